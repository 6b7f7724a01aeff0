package org.midline.delineation.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.midline.core.Sequence;
import org.midline.delineation.series.Recognition.Confidence;
import org.midline.delineation.series.Recognition.NotOurs;
import org.midline.delineation.series.Recognition.Recognised;
import org.midline.dicom.MrAttributes;

/**
 * Recognises T1C, T2 and FLAIR among the series of a study. What was measured (RepetitionTime, EchoTime,
 * InversionTime, ScanningSequence, ContrastBolusAgent) goes before what was written (descriptions); words decide only
 * where attributes are silent, and where both speak and disagree the reasons show it.
 */
public final class SequenceRecognition {

    private static final Set<String> NO_AGENT = Set.of(
            "", "NONE", "NO", "N", "0", "-", "NULL", "N/A", "NA", "NIL", "WITHOUT", "OHNE", "KEINE", "KEIN", "SANS",
            "NON", "NEIN");

    private SequenceRecognition() {}

    /** Never throws: attributes that are missing are missing evidence. */
    public static Recognition recognise(MrAttributes attributes) {
        Optional<String> exclusion = Exclusion.of(attributes);
        if (exclusion.isPresent()) {
            return new NotOurs(List.of(exclusion.get()));
        }
        var timing = TimingEvidence.of(attributes);
        var description = DescriptionEvidence.of(attributes);
        var reasons = new ArrayList<String>();
        reasons.add(timing.statement());
        if (description.weighting() != Weighting.UNTOLD) {
            reasons.add("description says '%s'".formatted(description.word()));
        }
        Weighting weighting = weigh(attributes, timing, description, reasons);
        Confidence confidence = confidence(timing, description, weighting);
        return switch (weighting) {
            case T2 -> new Recognised(Sequence.T2, reasons, confidence);
            case FLAIR -> new Recognised(Sequence.FLAIR, reasons, confidence);
            case T1 -> withOrWithoutContrast(attributes, reasons, confidence);
            case PROTON_DENSITY, STIR, T2_STAR, ECHO_PLANAR -> {
                reasons.add(0, weighting.title());
                yield new NotOurs(reasons);
            }
            case UNTOLD -> {
                reasons.add(0, "neither timing nor description tells T1C, T2 or FLAIR");
                yield new NotOurs(reasons);
            }
        };
    }

    private static Weighting weigh(
            MrAttributes attributes, TimingEvidence timing, DescriptionEvidence description, List<String> reasons) {
        Weighting measured = timing.weighting();
        Weighting written = description.weighting();
        if (measured == Weighting.UNTOLD) {
            return written;
        }
        boolean flairThatLostItsInversion = measured == Weighting.T2
                && written == Weighting.FLAIR
                && timing.inversionUntold()
                && TimingEvidence.longEnoughForFlair(attributes)
                && attributes.acquisitionContrast().isEmpty();
        if (flairThatLostItsInversion) {
            reasons.add("timing of a T2 or of a FLAIR, the inversion is not given");
            return Weighting.FLAIR;
        }
        if (written != Weighting.UNTOLD && written != measured) {
            reasons.add("contradiction: timing of %s, description of %s; timing goes first"
                    .formatted(measured.title(), written.title()));
        }
        return measured;
    }

    private static Confidence confidence(TimingEvidence timing, DescriptionEvidence description, Weighting verdict) {
        boolean silent = timing.weighting() == Weighting.UNTOLD || description.weighting() == Weighting.UNTOLD;
        if (silent || timing.weighting() != verdict) {
            return Confidence.LIKELY;
        }
        return description.weighting() == verdict ? Confidence.FIRM : Confidence.DOUBTFUL;
    }

    private static Recognition withOrWithoutContrast(
            MrAttributes attributes, List<String> reasons, Confidence confidence) {
        String agent = attributes.contrastBolusAgent().strip();
        Optional<String> with = DescriptionEvidence.contrastWord(attributes);
        Optional<String> without = DescriptionEvidence.noContrastWord(attributes);
        if (!NO_AGENT.contains(agent.toUpperCase(Locale.ROOT))) {
            reasons.add("ContrastBolusAgent '%s'".formatted(agent));
            if (without.isPresent()) {
                reasons.add("contradiction: description says '%s'; the attribute goes first".formatted(without.get()));
                return new Recognised(Sequence.T1C, reasons, Confidence.DOUBTFUL);
            }
            return new Recognised(Sequence.T1C, reasons, confidence);
        }
        if (with.isPresent()) {
            reasons.add("contrast by the description ('%s'), ContrastBolusAgent is %s"
                    .formatted(with.get(), agent.isEmpty() ? "not given" : "'" + agent + "'"));
            Confidence lower =
                    agent.isEmpty() && confidence != Confidence.DOUBTFUL ? Confidence.LIKELY : Confidence.DOUBTFUL;
            return new Recognised(Sequence.T1C, reasons, lower);
        }
        reasons.add(0, "plain T1: no contrast agent, neither in ContrastBolusAgent nor in the description");
        return new NotOurs(reasons);
    }
}
