package org.midline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.midline.core.Sequence;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.write.MrSeriesWriter;
import org.midline.dicom.write.SeededUid;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.signal.PulseSequence;

/**
 * A synthetic patient as a DICOM study, a folder for each series. The patient, the study and the maker say that they are
 * synthetic; the UIDs follow from seed, centre and id.
 */
final class SyntheticStudyFiles {
    private static final String NOMINAL_DATE = "20260101";

    private SyntheticStudyFiles() {}

    /**
     * Writes {@code t1c/}, {@code t2/} and {@code flair/} with a file for each slice.
     *
     * @return the series as written
     */
    static Map<Sequence, MrSeries> write(SyntheticPatient patient, Path folder) throws IOException {
        String seed = "midline synthetic patient %d, %s, %s".formatted(patient.seed(), patient.centre(), patient.id());
        PatientStudy study = patientStudy(patient, seed);
        String frameOfReferenceUid = SeededUid.of(seed + " frame of reference");
        int number = 1;
        Map<Sequence, MrSeries> written = new EnumMap<>(Sequence.class);
        for (Map.Entry<Sequence, SyntheticImage> entry : patient.images().entrySet()) {
            String key = entry.getKey().key();
            MrSeries series = MrSeriesWriter.write(
                    folder.resolve(key),
                    study,
                    attributes(entry.getValue().protocol(), number++),
                    entry.getValue().image(),
                    SeededUid.of(seed + " series " + key),
                    frameOfReferenceUid);
            written.put(entry.getKey(), series);
        }
        return written;
    }

    private static PatientStudy patientStudy(SyntheticPatient patient, String seed) {
        return new PatientStudy(
                patient.id(),
                "SYNTHETIC^" + patient.id(),
                "",
                "O",
                SeededUid.of(seed + " study"),
                "1",
                NOMINAL_DATE,
                "120000",
                String.format(Locale.ROOT, "SYNTHETIC brain MR, seed %d", patient.seed()),
                "",
                "");
    }

    private static MrAttributes attributes(Protocol protocol, int number) {
        PulseSequence pulses = protocol.pulses();
        return new MrAttributes(
                "MR",
                OptionalInt.of(number),
                protocol.description(),
                protocol.description(),
                "",
                List.of("ORIGINAL", "PRIMARY", "M"),
                scanningSequence(pulses.kind()),
                List.of(sequenceVariant(pulses.kind())),
                List.of(),
                protocol.threeDimensional() ? "3D" : "2D",
                OptionalDouble.of(rounded(pulses.repetitionTimeMs())),
                OptionalDouble.of(rounded(pulses.echoTimeMs())),
                pulses.inversionMs().isPresent()
                        ? OptionalDouble.of(rounded(pulses.inversionMs().getAsDouble()))
                        : OptionalDouble.empty(),
                OptionalDouble.of(rounded(pulses.flipAngleDeg())),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                false,
                "",
                OptionalDouble.of(protocol.field().tesla()),
                pulses.contrastGiven() ? "Gadolinium (synthetic)" : "",
                "BRAIN",
                "Midline phantom (synthetic)");
    }

    private static List<String> scanningSequence(PulseSequence.Kind kind) {
        String echo = kind.isGradientEcho() ? "GR" : "SE";
        return kind.isInverted() ? List.of(echo, "IR") : List.of(echo);
    }

    private static String sequenceVariant(PulseSequence.Kind kind) {
        return switch (kind) {
            case SPIN_ECHO -> "NONE";
            case FAST_SPIN_ECHO, INVERSION_RECOVERY -> "SK";
            case MPRAGE -> "MP";
            case SPOILED_GRADIENT_ECHO -> "SP";
        };
    }

    private static double rounded(double ms) {
        return Math.round(ms * 100) / 100.0;
    }
}
