package org.midline.delineation.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.CohortWriter;
import org.midline.cohort.LabelledImage;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;
import org.midline.cohort.StratifiedSplits;
import org.midline.cohort.layout.ParticipantsTable;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.delineation.input.DicomInput;
import org.midline.delineation.input.ImageSource;
import org.midline.delineation.input.SequenceImage;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SetAside;
import org.midline.dicom.StudyFiles;
import org.midline.dicom.read.DicomStudyReader;
import org.midline.dicom.read.StudyFinder;

/**
 * Makes a cohort in Midline's own layout of a folder of DICOM studies: of each study the best series of each sequence, on
 * its native grid, with the target as its structure sets or segmentations hold it.
 *
 * <p>Patients keep their PatientID, with signs that cannot be in a file's name replaced; a second study of a patient
 * becomes {@code ID-2}. Names, dates of birth and other dates are not taken over. A study that an earlier, interrupted
 * run took over completely is not read again.
 *
 * @param targetName of the ROI or segment, whatever its case
 * @param out the cohort's folder, new or that of an earlier run
 * @param shares of the splits, which are drawn unless {@code participants.tsv} gives them
 */
public record DicomCohortImport(Path folder, String targetName, Path out, SplitShares shares, long seed) {
    private static final String STUDY = "study";
    private static final String TARGET = "target";
    private static final String CENTRE = "centre";
    private static final String MANUFACTURER = "manufacturer";
    private static final String VOLUME = "volumeMl";
    private static final int REASONS_SHOWN = 3;

    /** Told of each study when it is done. */
    @FunctionalInterface
    public interface Progress {
        /** @param worked false if an earlier run had done it */
        void done(int done, int of, String id, boolean worked);
    }

    /**
     * Runs.
     *
     * @throws InputRefusedException if there are no MR images, no study has the target, or {@code out} holds other things
     * @throws IOException if the cohort cannot be written
     */
    public ImportedCohort run(Progress progress) throws IOException {
        checkOut();
        ParticipantsTable participants = ParticipantsTable.read(folder);
        List<StudyFiles> studies = StudyFinder.find(folder);
        Map<String, StudyFiles> byId = ids(studies);
        boolean synthetic = studies.stream().allMatch(DicomCohortImport::isSynthetic);
        var writer = new CohortWriter(
                out,
                out.toAbsolutePath().normalize().getFileName().toString(),
                synthetic,
                "Imported from DICOM studies");
        List<CohortPatient> taken = new ArrayList<>();
        List<SetAside> leftOut = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, StudyFiles> study : byId.entrySet()) {
            Optional<CohortPatient> earlier = writer.resume(study.getKey(), patient -> isOf(patient, study.getValue()));
            try {
                taken.add(
                        earlier.isPresent()
                                ? earlier.get()
                                : add(writer, study.getKey(), study.getValue(), participants, leftOut));
            } catch (InputRefusedException e) {
                leftOut.add(new SetAside("study " + study.getKey(), e.getMessage()));
            }
            progress.done(++done, byId.size(), study.getKey(), earlier.isEmpty());
        }
        if (taken.isEmpty()) {
            throw new InputRefusedException("%s: no study could be taken over; %s".formatted(folder, reasons(leftOut)));
        }
        return new ImportedCohort(writer.finish(splits(taken, participants)), leftOut);
    }

    private void checkOut() throws IOException {
        if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            throw new InputRefusedException(out + ": lies in the folder that is imported; give another --out");
        }
        if (Files.isDirectory(out) && !Files.isDirectory(out.resolve(Cohort.PATIENTS_FOLDER))) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new InputRefusedException(
                            out + ": the folder is not empty and no cohort; give a new one with --out");
                }
            }
        }
    }

    /** PatientID, with the number of the study from the second on. */
    private Map<String, StudyFiles> ids(List<StudyFiles> studies) {
        Map<String, Integer> studiesOf = new HashMap<>();
        Map<String, StudyFiles> byId = new TreeMap<>();
        for (StudyFiles study : studies) {
            String person = person(study);
            int number = studiesOf.merge(person.toLowerCase(Locale.ROOT), 1, Integer::sum);
            String id = number == 1 ? person : CohortPatient.idOf(person + "-" + number);
            if (byId.put(id, study) != null) {
                throw new InputRefusedException(
                        "%s: two patients become '%s'; give them other PatientIDs".formatted(folder, id));
            }
        }
        return byId;
    }

    private static String person(StudyFiles study) {
        String id = study.patientStudy().patientId();
        return CohortPatient.idOf(
                id.isEmpty() ? study.images().get(0).getParent().getFileName().toString() : id);
    }

    private static boolean isSynthetic(StudyFiles study) {
        return study.patientStudy().patientName().startsWith("SYNTHETIC");
    }

    private boolean isOf(CohortPatient patient, StudyFiles study) {
        return study.patientStudy()
                        .studyInstanceUid()
                        .equals(patient.attributes().get(STUDY))
                && targetName.equals(patient.attributes().get(TARGET));
    }

    private CohortPatient add(
            CohortWriter writer, String id, StudyFiles files, ParticipantsTable participants, List<SetAside> leftOut)
            throws IOException {
        StudyTargets targets = StudyTargets.read(files, targetName);
        DicomStudy study = DicomStudyReader.read(files.images());
        Map<Sequence, LabelledImage> images = new EnumMap<>(Sequence.class);
        List<SetAside> without = new ArrayList<>();
        for (SequenceImage image : DicomInput.of(id, study).images().values()) {
            try {
                Mask mask = targets.on(series(image), study.series());
                images.put(
                        image.sequence(), new LabelledImage(image.volume(), mask, Optional.empty(), Optional.empty()));
            } catch (InputRefusedException e) {
                without.add(
                        new SetAside("%s of study %s".formatted(image.sequence().title(), id), e.getMessage()));
            }
        }
        if (images.isEmpty()) {
            throw new InputRefusedException(without.get(0).reason());
        }
        leftOut.addAll(without);
        return writer.add(id, Split.TRAIN, images, attributes(files, study, images, participants));
    }

    private static MrSeries series(SequenceImage image) {
        return ((ImageSource.Dicom) image.source()).series();
    }

    private Map<String, String> attributes(
            StudyFiles files, DicomStudy study, Map<Sequence, LabelledImage> images, ParticipantsTable participants) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(PersonName.ATTRIBUTE, person(files));
        attributes.put(STUDY, files.patientStudy().studyInstanceUid());
        attributes.put(TARGET, targetName);
        attributes.put(
                VOLUME,
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        images.values().iterator().next().gtv().volumeMl()));
        String manufacturer = study.series().get(0).attributes().manufacturer();
        if (!manufacturer.isEmpty()) {
            attributes.put(MANUFACTURER, manufacturer);
        }
        participants.site(files.patientStudy().patientId()).ifPresent(site -> attributes.put(CENTRE, site));
        return attributes;
    }

    private Map<String, Split> splits(List<CohortPatient> patients, ParticipantsTable participants) {
        Map<String, Split> listed = new HashMap<>();
        for (CohortPatient patient : patients) {
            participants.split(PersonName.of(patient)).ifPresent(split -> listed.put(patient.id(), split));
        }
        if (listed.size() == patients.size()) {
            return listed;
        }
        if (!listed.isEmpty()) {
            throw new InputRefusedException("%s: gives a split to %d of %d studies; give one to all, or to none"
                    .formatted(folder.resolve(ParticipantsTable.FILE_NAME), listed.size(), patients.size()));
        }
        return new StratifiedSplits(shares, seed)
                .deal(patients.stream()
                        .map(patient -> new StratifiedSplits.Study(
                                patient.id(),
                                PersonName.of(patient),
                                patient.attributes().getOrDefault(CENTRE, ""),
                                Double.parseDouble(patient.attributes().getOrDefault(VOLUME, "NaN"))))
                        .toList());
    }

    private static String reasons(List<SetAside> leftOut) {
        String shown = leftOut.stream()
                .limit(REASONS_SHOWN)
                .map(each -> each.what() + ": " + each.reason())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return leftOut.size() > REASONS_SHOWN ? shown + "; ..." : shown;
    }
}
