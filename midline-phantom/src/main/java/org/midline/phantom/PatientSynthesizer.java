package org.midline.phantom;

import java.util.EnumMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.expert.ExpertDelineation;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadSource;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.scanner.Scanner;
import org.midline.phantom.scanner.Visit;
import org.midline.phantom.signal.PatientRelaxation;
import org.midline.phantom.signal.PhysicalContrast;
import org.midline.phantom.signal.SignalPainter;
import org.midline.phantom.tumour.FindingShares;

/**
 * Makes patients: head, tumour, signal, scan. The same seed gives the same patient. Safe to use from many threads; one
 * patient takes some 350 MB while it is made.
 */
public final class PatientSynthesizer {
    /** Counted up when the same seed no longer gives the same patient, so that old ones are made again. */
    public static final String RECIPE = "5";

    private final AnatomySynthesizer anatomies;
    private final Centre centre;

    /** Procedural heads, each with a glioma, imaged as is usual. */
    public PatientSynthesizer() {
        this(new ProceduralHeads(), Centre.USUAL, FindingShares.ALL_GLIOMA);
    }

    public PatientSynthesizer(HeadSource heads, Centre centre, FindingShares findings) {
        anatomies = new AnatomySynthesizer(heads, findings);
        this.centre = centre;
    }

    public SyntheticPatient synthesize(long seed) {
        var root = new Draw(new SplittableRandom(seed));
        SyntheticAnatomy anatomy = anatomies.synthesize(seed, root);
        Head head = anatomy.head();
        HeadMap present = anatomy.present();
        Optional<TissueChange> change = anatomy.change();
        Draw signalDraw = root.split();
        Draw scannerDraw = root.split();
        Draw expertDraw = root.split();

        Visit visit = centre.drawVisit(signalDraw);
        var relaxation = new PatientRelaxation(visit.field(), head.ageYears(), anatomy.conspicuity(), signalDraw);
        var painter = new SignalPainter(anatomy.materials(), signalDraw);
        var scanner = new Scanner(present);
        Vec3 headCentre = head.patientToStandard().inverse().apply(0, 12, 0);
        var images = new EnumMap<Sequence, SyntheticImage>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            Draw draw = scannerDraw.split();
            Protocol protocol = centre.drawProtocol(sequence, visit, headCentre, draw);
            var contrast = new PhysicalContrast(protocol.pulses(), relaxation);
            float[] signal = painter.paint(contrast);
            Mask truth = scanner.truth(protocol, change);
            images.put(
                    sequence,
                    new SyntheticImage(
                            scanner.image(protocol, signal, contrast.reference(), draw),
                            truth,
                            new ExpertDelineation(expertDraw.split()).delineate(truth),
                            scanner.anatomy(protocol),
                            protocol));
        }
        return new SyntheticPatient(
                "SYN-%08X".formatted(seed & 0xFFFFFFFFL),
                seed,
                centre.name(),
                head.source(),
                head.ageYears(),
                images,
                anatomy.finding(),
                anatomy.volumeMl());
    }
}
