package org.midline.delineation.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.midline.dicom.MrAttributes;

/**
 * What the acquisition attributes say of the weighting. The bounds are wide: they separate the kinds of sequence in
 * clinical use at 1.5 and 3 T, not good protocols from bad.
 *
 * @param inversionUntold neither an inversion time nor an inversion sequence is given, so that a FLAIR whose header
 *     lost them would look like a T2
 * @param statement the attributes, as a reason for people
 */
record TimingEvidence(Weighting weighting, boolean inversionUntold, String statement) {
    private static final double LONG_TR_MS = 2000;
    private static final double LONG_TR_OF_FLAIR_MS = 4000;
    private static final double LONG_TE_MS = 60;
    private static final double SHORT_TE_MS = 35;
    private static final double SHORT_TR_OF_SPIN_ECHO_MS = 1200;
    private static final double SHORT_TR_OF_GRADIENT_ECHO_MS = 800;
    private static final double SHORT_TE_OF_GRADIENT_ECHO_MS = 12;
    private static final double LONG_TI_MS = 1400;
    private static final double T1_TI_MS = 400;
    private static final double SHORT_TI_MS = 300;

    static TimingEvidence of(MrAttributes attributes) {
        List<String> sequence = attributes.scanningSequence();
        OptionalDouble ti = attributes.inversionTimeMs();
        boolean inverts = sequence.contains("IR") || ti.orElse(0) > 0;
        return new TimingEvidence(weighting(attributes, inverts), !inverts, statement(attributes));
    }

    private static Weighting weighting(MrAttributes attributes, boolean inverts) {
        Weighting declared = declared(attributes.acquisitionContrast());
        if (declared != Weighting.UNTOLD) {
            return declared;
        }
        List<String> sequence = attributes.scanningSequence();
        if (sequence.contains("EP")) {
            return Weighting.ECHO_PLANAR;
        }
        if (attributes.repetitionTimeMs().isEmpty() || attributes.echoTimeMs().isEmpty()) {
            return Weighting.UNTOLD;
        }
        double tr = attributes.repetitionTimeMs().getAsDouble();
        double te = attributes.echoTimeMs().getAsDouble();
        if (inverts) {
            return withInversion(tr, te, attributes.inversionTimeMs());
        }
        boolean gradientEcho = sequence.contains("GR") && !sequence.contains("SE");
        return gradientEcho ? ofGradientEcho(tr, te) : ofSpinEcho(tr, te);
    }

    /** Enhanced MR says it outright. */
    private static Weighting declared(String acquisitionContrast) {
        return switch (acquisitionContrast) {
            case "T1" -> Weighting.T1;
            case "T2" -> Weighting.T2;
            case "FLUID_ATTENUATED" -> Weighting.FLAIR;
            case "PROTON_DENSITY" -> Weighting.PROTON_DENSITY;
            case "STIR" -> Weighting.STIR;
            case "T2_STAR" -> Weighting.T2_STAR;
            default -> Weighting.UNTOLD;
        };
    }

    private static Weighting withInversion(double tr, double te, OptionalDouble ti) {
        if (te <= SHORT_TE_MS && ti.orElse(T1_TI_MS) >= T1_TI_MS && ti.orElse(T1_TI_MS) < LONG_TI_MS) {
            return Weighting.T1;
        }
        if (ti.isPresent() && ti.getAsDouble() > 0 && ti.getAsDouble() <= SHORT_TI_MS && tr >= LONG_TR_MS) {
            return Weighting.STIR;
        }
        boolean nullsFluid = ti.orElse(0) <= 0 || ti.getAsDouble() >= LONG_TI_MS;
        return te >= LONG_TE_MS && tr >= LONG_TR_OF_FLAIR_MS && nullsFluid ? Weighting.FLAIR : Weighting.UNTOLD;
    }

    private static Weighting ofGradientEcho(double tr, double te) {
        if (te > SHORT_TE_OF_GRADIENT_ECHO_MS) {
            return Weighting.T2_STAR;
        }
        return tr <= SHORT_TR_OF_GRADIENT_ECHO_MS ? Weighting.T1 : Weighting.UNTOLD;
    }

    private static Weighting ofSpinEcho(double tr, double te) {
        if (tr >= LONG_TR_MS) {
            return te >= LONG_TE_MS ? Weighting.T2 : te <= SHORT_TE_MS ? Weighting.PROTON_DENSITY : Weighting.UNTOLD;
        }
        return tr <= SHORT_TR_OF_SPIN_ECHO_MS && te <= SHORT_TE_MS ? Weighting.T1 : Weighting.UNTOLD;
    }

    /** TR so long that only T2 and FLAIR have it. */
    static boolean longEnoughForFlair(MrAttributes attributes) {
        return attributes.repetitionTimeMs().orElse(0) >= LONG_TR_OF_FLAIR_MS;
    }

    private static String statement(MrAttributes attributes) {
        var parts = new ArrayList<String>();
        if (!attributes.acquisitionContrast().isEmpty()) {
            parts.add("AcquisitionContrast " + attributes.acquisitionContrast());
        }
        if (!attributes.scanningSequence().isEmpty()) {
            parts.add(String.join("\\", attributes.scanningSequence()));
        }
        parts.add("TR " + ms(attributes.repetitionTimeMs()));
        parts.add("TE " + ms(attributes.echoTimeMs()));
        parts.add("TI " + ms(attributes.inversionTimeMs()));
        return String.join(", ", parts);
    }

    private static String ms(OptionalDouble time) {
        if (time.isEmpty()) {
            return "not given";
        }
        return String.format(Locale.ROOT, time.getAsDouble() < 100 ? "%.1f ms" : "%.0f ms", time.getAsDouble());
    }
}
