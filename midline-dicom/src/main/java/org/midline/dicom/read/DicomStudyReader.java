package org.midline.dicom.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midline.core.InputRefusedException;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.SetAside;

/**
 * Reads the MR series of one study of one patient. What cannot be used (other modalities, localizers, mosaics, stacks
 * with missing or doubled slices, damaged files) is set aside with its reason, never guessed at.
 */
public final class DicomStudyReader {
    private static final int REASONS_SHOWN = 3;

    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final Map<List<String>, List<Path>> unusable = new LinkedHashMap<>();
    private final Map<String, Path> patients = new LinkedHashMap<>();

    private DicomStudyReader() {}

    /**
     * Reads files, folders (with all that is below them) and DICOMDIRs.
     *
     * @throws InputRefusedException if a path does not exist, the files are of more than one patient or study, or no
     *     usable MR series is among them; the message is one line
     */
    public static DicomStudy read(Collection<Path> filesOrFolders) {
        return new DicomStudyReader().readStudy(filesOrFolders);
    }

    private DicomStudy readStudy(Collection<Path> filesOrFolders) {
        String input = InputFiles.listed(filesOrFolders);
        InputFiles found = InputFiles.of(filesOrFolders);
        setAside.addAll(found.setAside());
        for (Path file : found.files()) {
            readFile(file);
        }
        setAsideUnusable();
        requireOnePatient(input);
        requireOneStudy(input);
        var assembler = new SeriesAssembler();
        for (List<Frame> ofSeries : StackSorter.bySeries(withoutCopies())) {
            assembler.add(ofSeries);
        }
        setAside.addAll(assembler.setAside());
        List<MrSeries> series = new ArrayList<>(assembler.series());
        if (series.isEmpty()) {
            throw new InputRefusedException("%s: no usable MR series among %d files; %s"
                    .formatted(input, found.files().size(), reasons()));
        }
        series.sort(
                Comparator.comparingInt(each -> each.attributes().seriesNumber().orElse(Integer.MAX_VALUE)));
        return new DicomStudy(series.get(0).patientStudy(), series, setAside);
    }

    private void readFile(Path file) {
        String seriesInstanceUid = "";
        try {
            DicomHeader header = DicomHeader.read(file);
            seriesInstanceUid = header.seriesInstanceUid();
            notePatient(header.patientStudy(), file);
            frames.addAll(FrameReader.frames(header));
        } catch (UnusableException e) {
            boolean ofSeries = !seriesInstanceUid.isEmpty();
            var cause = List.of(ofSeries ? seriesInstanceUid : file.toString(), e.getMessage());
            unusable.computeIfAbsent(cause, any -> new ArrayList<>()).add(file);
        }
    }

    /** The images of a series that share a reason are told once. */
    private void setAsideUnusable() {
        unusable.forEach((cause, files) -> {
            String others = files.size() == 1 ? "" : " and %d more of its series".formatted(files.size() - 1);
            setAside.add(new SetAside(files.get(0) + others, cause.get(1)));
        });
    }

    private void notePatient(PatientStudy of, Path file) {
        String patient = of.patientId().isEmpty() ? of.patientName() : of.patientId();
        if (!patient.isEmpty()) {
            patients.putIfAbsent(patient, file);
        }
    }

    private void requireOnePatient(String input) {
        if (patients.size() > 1) {
            List<Map.Entry<String, Path>> two = List.copyOf(patients.entrySet());
            throw new InputRefusedException(
                    "%s: images of %d patients ('%s' in %s, '%s' in %s); give one patient's study"
                            .formatted(
                                    input,
                                    patients.size(),
                                    two.get(0).getKey(),
                                    two.get(0).getValue().getFileName(),
                                    two.get(1).getKey(),
                                    two.get(1).getValue().getFileName()));
        }
    }

    private void requireOneStudy(String input) {
        Map<String, PatientStudy> studies = new LinkedHashMap<>();
        for (Frame frame : frames) {
            studies.putIfAbsent(frame.patientStudy().studyInstanceUid(), frame.patientStudy());
        }
        if (studies.size() > 1) {
            List<String> dates = studies.values().stream()
                    .map(PatientStudy::studyDate)
                    .sorted()
                    .toList();
            throw new InputRefusedException("%s: MR images of %d studies (of %s); give one study"
                    .formatted(input, studies.size(), String.join(", ", dates)));
        }
    }

    /** Objects are told apart by their SOP Instance UID; a second file with the same one is a copy. */
    private List<Frame> withoutCopies() {
        Map<String, Path> firstFile = new HashMap<>();
        var kept = new ArrayList<Frame>();
        for (Frame frame : frames) {
            Path first = firstFile.putIfAbsent(frame.reference().sopInstanceUid(), frame.file());
            if (first == null || first.equals(frame.file())) {
                kept.add(frame);
            } else if (frame.index() == 0) {
                setAside.add(new SetAside(
                        frame.file().toString(),
                        "has the SOPInstanceUID of " + first.getFileName() + ", which is used"));
            }
        }
        return kept;
    }

    private String reasons() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (SetAside each : setAside) {
            byReason.computeIfAbsent(each.reason(), any -> new ArrayList<>()).add(each.what());
        }
        var listed = new ArrayList<String>();
        byReason.forEach((reason, what) -> {
            String others = what.size() == 1 ? "" : " and %d more".formatted(what.size() - 1);
            listed.add("%s%s: %s".formatted(what.get(0), others, reason));
        });
        int shown = Math.min(REASONS_SHOWN, listed.size());
        String rest = listed.size() > shown ? "; and %d other reasons".formatted(listed.size() - shown) : "";
        return String.join("; ", listed.subList(0, shown)) + rest;
    }
}
