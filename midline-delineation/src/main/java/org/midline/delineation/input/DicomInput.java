package org.midline.delineation.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.delineation.series.Recognition;
import org.midline.delineation.series.Recognition.Confidence;
import org.midline.delineation.series.Recognition.NotOurs;
import org.midline.delineation.series.Recognition.Recognised;
import org.midline.delineation.series.SequenceRecognition;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SetAside;
import org.midline.dicom.read.DicomStudyReader;

/** A DICOM study: of the series that were recognised as a sequence, the best one is taken. */
public final class DicomInput {

    private record Candidate(MrSeries series, Recognition recognition) {
        /** "series 4 'AX T2 FSE'". */
        String title() {
            var attributes = series.attributes();
            String number = attributes.seriesNumber().isPresent()
                    ? "series " + attributes.seriesNumber().getAsInt()
                    : "series " + series.seriesInstanceUid();
            return attributes.seriesDescription().isBlank()
                    ? number
                    : number + " '" + attributes.seriesDescription() + "'";
        }

        boolean isOf(Sequence sequence) {
            return recognition instanceof Recognised recognised && recognised.sequence() == sequence;
        }

        Confidence confidence() {
            return recognition instanceof Recognised recognised ? recognised.confidence() : Confidence.DOUBTFUL;
        }
    }

    private final String input;
    private final List<Candidate> candidates;
    private final List<SetAside> setAside;
    private final String patientId;

    private DicomInput(String input, DicomStudy study) {
        this.input = input;
        this.candidates = study.series().stream()
                .map(series -> new Candidate(series, SequenceRecognition.recognise(series.attributes())))
                .toList();
        this.setAside = new ArrayList<>(study.setAside());
        this.patientId = study.patientStudy().patientId();
    }

    /**
     * Reads a study and takes the best series of each sequence that is recognised: the firmest recognition, then the
     * smallest voxels.
     *
     * @throws InputRefusedException if it is not one patient's study, or nothing is recognised
     */
    public static StudyImages read(Collection<Path> filesOrFolders) {
        return open(filesOrFolders).recognised();
    }

    /**
     * Takes the best series of each sequence of a study that was read already.
     *
     * @param input what messages call it
     * @throws InputRefusedException if nothing is recognised
     */
    public static StudyImages of(String input, DicomStudy study) {
        return new DicomInput(input, study).recognised();
    }

    /**
     * Reads a study and takes one series of it for a sequence because the user says so: the best one that is recognised
     * as that sequence, or else the only series there is.
     *
     * @throws InputRefusedException if it is not one patient's study, or it is not clear which series is meant
     */
    public static StudyImages readAs(Sequence sequence, Collection<Path> filesOrFolders) {
        return open(filesOrFolders).named(sequence);
    }

    private static DicomInput open(Collection<Path> filesOrFolders) {
        String input = filesOrFolders.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new DicomInput(input, DicomStudyReader.read(filesOrFolders));
    }

    private StudyImages recognised() {
        Map<Sequence, SequenceImage> images = new EnumMap<>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            best(sequence).ifPresent(candidate -> images.put(sequence, image(candidate, sequence)));
        }
        if (images.isEmpty()) {
            throw new InputRefusedException("%s: none of %d series is T1C, T2 or FLAIR (%s); name one with --sequence"
                    .formatted(input, candidates.size(), reasons()));
        }
        for (Candidate candidate : candidates) {
            if (candidate.recognition() instanceof NotOurs notOurs) {
                setAside.add(new SetAside(candidate.title(), String.join("; ", notOurs.reasons())));
            }
        }
        return new StudyImages(patientId, images, setAside);
    }

    private Optional<Candidate> best(Sequence sequence) {
        List<Candidate> sorted = candidates.stream()
                .filter(candidate -> candidate.isOf(sequence))
                .sorted(Comparator.comparing(Candidate::confidence)
                        .thenComparing(
                                candidate -> candidate.series().volume().grid().voxelVolumeMm3()))
                .toList();
        for (Candidate other : sorted.subList(Math.min(1, sorted.size()), sorted.size())) {
            setAside.add(new SetAside(
                    other.title(),
                    "also %s; %s is recognised more firmly or has smaller voxels"
                            .formatted(sequence.title(), sorted.get(0).title())));
        }
        return sorted.stream().findFirst();
    }

    private StudyImages named(Sequence sequence) {
        Optional<Candidate> best = best(sequence);
        if (best.isEmpty() && candidates.size() > 1) {
            throw new InputRefusedException("%s: none of %d series is recognised as %s (%s); give only the one that is"
                    .formatted(input, candidates.size(), sequence.title(), reasons()));
        }
        Candidate chosen = best.orElseGet(() -> candidates.get(0));
        for (Candidate candidate : candidates) {
            if (!candidate.isOf(sequence) && !candidate.equals(chosen)) {
                setAside.add(new SetAside(candidate.title(), "only %s was asked for".formatted(sequence.title())));
            }
        }
        return new StudyImages(patientId, Map.of(sequence, image(chosen, sequence)), setAside);
    }

    private static SequenceImage image(Candidate candidate, Sequence sequence) {
        List<String> cautions = new ArrayList<>();
        List<String> recognition = new ArrayList<>();
        recognition.add(candidate.title());
        if (candidate.isOf(sequence)) {
            recognition.addAll(candidate.recognition().reasons());
            if (candidate.confidence() == Confidence.DOUBTFUL) {
                cautions.add("The sequence is in doubt: "
                        + String.join("; ", candidate.recognition().reasons()));
            }
        } else {
            recognition.add("named " + sequence.key() + " by the user");
            cautions.add("Named %s by the user against the recognition: %s"
                    .formatted(
                            sequence.title(),
                            String.join("; ", candidate.recognition().reasons())));
        }
        return new SequenceImage(
                sequence,
                candidate.series().volume(),
                new ImageSource.Dicom(candidate.series()),
                recognition,
                cautions);
    }

    private String reasons() {
        return candidates.stream()
                .limit(3)
                .map(candidate -> candidate.title() + ": "
                        + candidate.recognition().reasons().get(0))
                .collect(Collectors.joining("; ", "", candidates.size() > 3 ? "; ..." : ""));
    }
}
