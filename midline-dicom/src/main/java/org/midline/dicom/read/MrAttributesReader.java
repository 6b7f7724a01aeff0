package org.midline.dicom.read;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.PatientStudy;

/** Collects what a frame says of its acquisition; Enhanced MR is put into the terms of the single-frame MR module. */
final class MrAttributesReader {
    private final Attributes dataset;
    private final FunctionalGroups groups;

    MrAttributesReader(Attributes dataset, FunctionalGroups groups) {
        this.dataset = dataset;
        this.groups = groups;
    }

    MrAttributes read() {
        return new MrAttributes(
                text(dataset, Tag.Modality),
                integer(Tag.SeriesNumber),
                text(dataset, Tag.SeriesDescription),
                text(dataset, Tag.ProtocolName),
                firstOf(text(dataset, Tag.SequenceName), text(dataset, Tag.PulseSequenceName)),
                imageType(),
                scanningSequence(),
                sequenceVariant(),
                values(dataset, Tag.ScanOptions),
                text(dataset, Tag.MRAcquisitionType),
                number(Tag.MRTimingAndRelatedParametersSequence, Tag.RepetitionTime),
                echoTimeMs(),
                inversionTimeMs(),
                number(Tag.MRTimingAndRelatedParametersSequence, Tag.FlipAngle),
                echoTrainLength(),
                number(Tag.MRDiffusionSequence, Tag.DiffusionBValue),
                isYes(Tag.AngioFlag) || isYes(Tag.TimeOfFlightContrast) || isYes(Tag.PhaseContrast),
                acquisitionContrast(),
                number(Tag.MRTimingAndRelatedParametersSequence, Tag.MagneticFieldStrength),
                contrastBolusAgent(),
                text(dataset, Tag.BodyPartExamined),
                text(dataset, Tag.Manufacturer));
    }

    static PatientStudy patientStudy(Attributes dataset) {
        return new PatientStudy(
                text(dataset, Tag.PatientID),
                text(dataset, Tag.PatientName),
                text(dataset, Tag.PatientBirthDate),
                text(dataset, Tag.PatientSex),
                text(dataset, Tag.StudyInstanceUID),
                text(dataset, Tag.StudyID),
                text(dataset, Tag.StudyDate),
                text(dataset, Tag.StudyTime),
                text(dataset, Tag.StudyDescription),
                text(dataset, Tag.AccessionNumber),
                text(dataset, Tag.ReferringPhysicianName));
    }

    static String text(Attributes attributes, int tag) {
        String value = attributes.getString(tag);
        return value == null ? "" : value.strip();
    }

    private static String firstOf(String preferred, String other) {
        return preferred.isEmpty() ? other : preferred;
    }

    private static List<String> values(Attributes attributes, int tag) {
        String[] values = attributes.getStrings(tag);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value -> value == null ? "" : value.strip().toUpperCase(Locale.ROOT))
                        .toList();
    }

    private List<String> imageType() {
        List<String> ofFrame = groups.group(Tag.MRImageFrameTypeSequence)
                .map(item -> values(item, Tag.FrameType))
                .orElse(List.of());
        return ofFrame.isEmpty() ? values(dataset, Tag.ImageType) : ofFrame;
    }

    private List<String> scanningSequence() {
        if (dataset.containsValue(Tag.ScanningSequence)) {
            return values(dataset, Tag.ScanningSequence);
        }
        Set<String> sequence = new LinkedHashSet<>();
        switch (text(dataset, Tag.EchoPulseSequence)) {
            case "SPIN" -> sequence.add("SE");
            case "GRADIENT" -> sequence.add("GR");
            case "BOTH" -> sequence.addAll(List.of("SE", "GR"));
            default -> {}
        }
        if (modifierIsYes(Tag.InversionRecovery)) {
            sequence.add("IR");
        }
        if (isYes(Tag.EchoPlanarPulseSequence)) {
            sequence.add("EP");
        }
        return List.copyOf(sequence);
    }

    private List<String> sequenceVariant() {
        if (dataset.containsValue(Tag.SequenceVariant)) {
            return values(dataset, Tag.SequenceVariant);
        }
        String transfer = text(dataset, Tag.MagnetizationTransfer);
        return transfer.isEmpty() || transfer.equals("NONE") ? List.of() : List.of("MTC");
    }

    private boolean isYes(int tag) {
        String value = text(dataset, tag);
        return value.equals("Y") || value.equals("YES");
    }

    private boolean modifierIsYes(int tag) {
        return groups.group(Tag.MRModifierSequence)
                .map(item -> text(item, tag).equals("YES"))
                .orElse(false);
    }

    private OptionalDouble echoTimeMs() {
        OptionalDouble effective = number(Tag.MREchoSequence, Tag.EffectiveEchoTime);
        return effective.isPresent() ? effective : number(Tag.MREchoSequence, Tag.EchoTime);
    }

    private OptionalDouble inversionTimeMs() {
        OptionalDouble ofModifier = number(Tag.MRModifierSequence, Tag.InversionTimes);
        return ofModifier.isPresent() ? ofModifier : number(Tag.MRModifierSequence, Tag.InversionTime);
    }

    private OptionalInt echoTrainLength() {
        OptionalInt classic = integer(Tag.EchoTrainLength);
        OptionalDouble enhanced = number(Tag.MRTimingAndRelatedParametersSequence, Tag.RFEchoTrainLength);
        return classic.isPresent() || enhanced.isEmpty() ? classic : OptionalInt.of((int) enhanced.getAsDouble());
    }

    private String acquisitionContrast() {
        String ofFrame = groups.group(Tag.MRImageFrameTypeSequence)
                .map(item -> text(item, Tag.AcquisitionContrast))
                .orElse("");
        return firstOf(ofFrame, text(dataset, Tag.AcquisitionContrast));
    }

    private String contrastBolusAgent() {
        String agent = text(dataset, Tag.ContrastBolusAgent);
        Attributes coded = dataset.getNestedDataset(Tag.ContrastBolusAgentSequence);
        return coded == null ? agent : firstOf(agent, text(coded, Tag.CodeMeaning));
    }

    /** The first finite number of an attribute, from the functional group or else the dataset. */
    private OptionalDouble number(int sequenceTag, int tag) {
        double[] numbers = groups.doubles(sequenceTag, tag);
        if (numbers.length == 0 && dataset.containsValue(tag)) {
            numbers = dataset.getDoubles(tag);
        }
        return Arrays.stream(numbers).filter(Double::isFinite).findFirst();
    }

    private OptionalInt integer(int tag) {
        return dataset.containsValue(tag) ? OptionalInt.of(dataset.getInt(tag, 0)) : OptionalInt.empty();
    }
}
