package org.midline.phantom;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.head.BrainShift;
import org.midline.phantom.head.HeadTraits;
import org.midline.phantom.head.ProceduralHead;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.scanner.ProtocolDraw;
import org.midline.phantom.scanner.Scanner;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PatientRelaxation;
import org.midline.phantom.signal.SignalPainter;
import org.midline.phantom.tumour.Tumour;
import org.midline.phantom.tumour.TumourGrowth;
import org.midline.phantom.tumour.TumourPlan;

/**
 * Makes patients: head, tumour, signal, scan. The same seed gives the same patient. Safe to use from many threads; one
 * patient takes some 200 MB while it is made.
 */
public final class PatientSynthesizer {
    private final double tumourFreeShare;

    public PatientSynthesizer() {
        this(0);
    }

    /** @param tumourFreeShare chance that a patient has no tumour, 0 to 1 */
    public PatientSynthesizer(double tumourFreeShare) {
        if (!(tumourFreeShare >= 0 && tumourFreeShare <= 1)) {
            throw new IllegalArgumentException("Share of patients without tumour " + tumourFreeShare + ": 0 to 1");
        }
        this.tumourFreeShare = tumourFreeShare;
    }

    public SyntheticPatient synthesize(long seed) {
        var root = new Draw(new SplittableRandom(seed));
        Draw headDraw = root.split();
        Draw tumourDraw = root.split();
        Draw signalDraw = root.split();
        Draw scannerDraw = root.split();

        var traits = HeadTraits.draw(headDraw);
        Optional<TumourPlan> plan =
                tumourDraw.chance(tumourFreeShare) ? Optional.empty() : Optional.of(TumourPlan.draw(tumourDraw));
        var built = new ProceduralHead(traits, headDraw)
                .build(
                        ProceduralHead.standardGrid(),
                        plan.map(TumourPlan::shift).orElse(BrainShift.NONE),
                        plan.map(TumourPlan::seedsTemplateMm).orElse(List.of()));
        Optional<Tumour> tumour =
                plan.map(p -> new TumourGrowth(p, tumourDraw).grow(built.map(), built.landmarkVoxels()));

        var field = signalDraw.chance(0.5) ? FieldStrength.TESLA_3 : FieldStrength.TESLA_1_5;
        double conspicuity = plan.map(TumourPlan::conspicuity).orElse(1.0);
        var relaxation = new PatientRelaxation(field, traits.ageYears(), conspicuity, signalDraw);
        var painter = new SignalPainter(built.map(), tumour, relaxation, signalDraw);
        var scanner = new Scanner(built.map());
        Vec3 centre = traits.patientToTemplate().inverse().apply(0, 12, 0);
        var images = new EnumMap<Sequence, SyntheticImage>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            Draw draw = scannerDraw.split();
            Protocol protocol = ProtocolDraw.draw(sequence, field, centre, draw);
            float[] signal = painter.paint(protocol.pulses());
            double white = protocol.pulses().signal(relaxation.of(Tissue.WHITE_MATTER));
            images.put(
                    sequence,
                    new SyntheticImage(
                            scanner.image(protocol, signal, white, draw),
                            scanner.truth(protocol, tumour),
                            scanner.anatomy(protocol),
                            protocol));
        }
        return new SyntheticPatient(
                "SYN-%08X".formatted(seed & 0xFFFFFFFFL),
                seed,
                traits.ageYears(),
                images,
                plan,
                tumour.map(Tumour::volumeMl).orElse(0.0));
    }
}
