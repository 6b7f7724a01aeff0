package org.midline.phantom;

import java.util.EnumMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadSource;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.material.MaterialMap;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.scanner.Scanner;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PatientRelaxation;
import org.midline.phantom.signal.PhysicalContrast;
import org.midline.phantom.signal.SignalPainter;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.FindingShares;
import org.midline.phantom.tumour.Grown;
import org.midline.phantom.tumour.TumourGrowth;

/**
 * Makes patients: head, tumour, signal, scan. The same seed gives the same patient. Safe to use from many threads; one
 * patient takes some 200 MB while it is made.
 */
public final class PatientSynthesizer {
    private final HeadSource heads;
    private final Centre centre;
    private final FindingShares findings;

    /** Procedural heads, each with a glioma, imaged as is usual. */
    public PatientSynthesizer() {
        this(new ProceduralHeads(), Centre.USUAL, FindingShares.ALL_GLIOMA);
    }

    public PatientSynthesizer(HeadSource heads, Centre centre, FindingShares findings) {
        this.heads = heads;
        this.centre = centre;
        this.findings = findings;
    }

    public SyntheticPatient synthesize(long seed) {
        var root = new Draw(new SplittableRandom(seed));
        Draw headDraw = root.split();
        Draw tumourDraw = root.split();
        Draw signalDraw = root.split();
        Draw scannerDraw = root.split();

        Finding finding = findings.draw(tumourDraw);
        Head head = heads.draw(finding.headVariant(), headDraw);
        HeadMap rest = head.map(HeadMap.standardGrid(), PointMap.IDENTITY);
        Optional<Grown> grown = grow(finding, rest, tumourDraw);
        HeadMap present = grown.map(g -> head.map(HeadMap.standardGrid(), g.presentToRest()))
                .orElse(rest);
        Optional<TissueChange> change = grown.map(Grown::change);

        FieldStrength field = centre.drawField(signalDraw);
        double conspicuity =
                finding instanceof Finding.Glioma glioma ? glioma.plan().conspicuity() : 1;
        var relaxation = new PatientRelaxation(field, head.ageYears(), conspicuity, signalDraw);
        var painter = new SignalPainter(MaterialMap.of(present, change), signalDraw);
        var scanner = new Scanner(present);
        Vec3 headCentre = head.patientToStandard().inverse().apply(0, 12, 0);
        var images = new EnumMap<Sequence, SyntheticImage>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            Draw draw = scannerDraw.split();
            Protocol protocol = centre.drawProtocol(sequence, field, headCentre, draw);
            float[] signal = painter.paint(new PhysicalContrast(protocol.pulses(), relaxation));
            double white = protocol.pulses().signal(relaxation.of(Tissue.WHITE_MATTER));
            Mask truth = scanner.truth(protocol, change);
            images.put(
                    sequence,
                    new SyntheticImage(
                            scanner.image(protocol, signal, white, draw),
                            truth,
                            truth,
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
                finding,
                change.map(c -> c.volumeMl(present.grid().voxelVolumeMm3())).orElse(0.0));
    }

    private static Optional<Grown> grow(Finding finding, HeadMap rest, Draw draw) {
        return finding instanceof Finding.Glioma glioma
                ? Optional.of(new TumourGrowth(glioma.plan(), draw).grow(rest))
                : Optional.empty();
    }
}
