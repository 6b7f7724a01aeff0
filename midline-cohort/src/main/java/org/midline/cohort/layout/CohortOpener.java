package org.midline.cohort.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.StratifiedSplits;
import org.midline.cohort.StratifiedSplits.Study;
import org.midline.cohort.TargetLabels;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/** Finds out what a folder holds and makes a cohort of it. */
final class CohortOpener {
    private static final String CENTRE_ATTRIBUTE = "centre";
    private static final int DEEPEST_DICOM = 6;
    private static final int PREAMBLE_BYTES = 128;
    private static final int PARENTS = 3;

    private final Path folder;
    private final CohortChoices choices;

    CohortOpener(Path folder, CohortChoices choices) {
        this.folder = folder.toAbsolutePath().normalize();
        this.choices = choices;
    }

    OpenedCohort open() {
        if (!Files.isDirectory(folder)) {
            throw new InputRefusedException(folder + ": no such folder, expected a cohort");
        }
        boolean unfinished = Files.isDirectory(folder.resolve(Cohort.PATIENTS_FOLDER));
        if (Files.isRegularFile(folder.resolve(Cohort.FILE_NAME)) || unfinished) {
            return own();
        }
        if (NnUnetFolder.isOne(folder)) {
            return foreign(NnUnetFolder.read(folder, choices));
        }
        refuseSeveralDatasets();
        if (BidsFolder.isOne(folder)) {
            return foreign(BidsFolder.read(folder, choices));
        }
        return foreign(BratsFolder.find(folder).orElseThrow(this::unknown));
    }

    private OpenedCohort own() {
        Cohort cohort = Cohort.read(folder);
        if (!choices.targetLabels().isEvery()) {
            cohort = new Cohort(
                    cohort.name(),
                    cohort.synthetic(),
                    cohort.description(),
                    cohort.patients().stream().map(this::withTargetLabels).toList());
        }
        return new OpenedCohort(
                folder, CohortLayout.MIDLINE, cohort, choices.targetLabels(), Set.of(), Map.of(), List.of());
    }

    private CohortPatient withTargetLabels(CohortPatient patient) {
        Map<Sequence, CohortImage> images = new EnumMap<>(Sequence.class);
        patient.images().forEach((sequence, image) -> images.put(sequence, image.with(choices.targetLabels())));
        return new CohortPatient(patient.id(), patient.split(), images, patient.attributes());
    }

    private OpenedCohort foreign(FoundCohort found) {
        if (found.studies().isEmpty()) {
            throw new InputRefusedException("%s: recognised as %s, but no image has a mask; %s"
                    .formatted(folder, found.layout().title(), String.join("; ", found.notes())));
        }
        var notes = new ArrayList<>(found.notes());
        Map<Path, MaskFacts> masks = masks(found);
        ParticipantsTable participants = ParticipantsTable.read(folder);
        Map<String, Split> splits = splits(found, participants, masks, notes);
        var patients = new TreeMap<String, CohortPatient>();
        for (FoundStudy study : found.studies()) {
            CohortPatient patient = patient(study, splits.get(study.name()), participants);
            if (patients.put(patient.id(), patient) != null) {
                throw new InputRefusedException(
                        "%s: two cases become '%s' once blanks and other signs are replaced; rename one"
                                .formatted(folder, patient.id()));
            }
        }
        String name =
                folder.getFileName() == null ? "cohort" : folder.getFileName().toString();
        var cohort = new Cohort(
                name, found.synthetic() || isPartOfSynthetic(), found.layout().title(), List.copyOf(patients.values()));
        return new OpenedCohort(
                folder, found.layout(), cohort, choices.targetLabels(), found.expectedLabels(), masks, notes);
    }

    private CohortPatient patient(FoundStudy study, Split split, ParticipantsTable participants) {
        Map<Sequence, CohortImage> images = new EnumMap<>(Sequence.class);
        study.images()
                .forEach((sequence, files) -> images.put(
                        sequence,
                        new CohortImage(
                                files.image(),
                                files.mask(),
                                choices.targetLabels(),
                                Optional.empty(),
                                Optional.empty())));
        Map<String, String> attributes = new HashMap<>();
        attributes.put(PersonName.ATTRIBUTE, study.person());
        participants.site(study.person()).ifPresent(site -> attributes.put(CENTRE_ATTRIBUTE, site));
        return new CohortPatient(CohortPatient.idOf(study.name()), split, images, attributes);
    }

    private static Map<Path, MaskFacts> masks(FoundCohort found) {
        var facts = new ConcurrentHashMap<Path, MaskFacts>();
        found.studies().stream()
                .flatMap(study -> study.images().values().stream().map(FoundStudy.Files::mask))
                .distinct()
                .parallel()
                .forEach(mask -> {
                    try {
                        facts.put(mask, MaskFacts.read(mask));
                    } catch (InputRefusedException reportedByTheCheck) {
                        // without facts, the mask is read again, and the reason told, by whoever needs it
                    }
                });
        return facts;
    }

    /**
     * By the table of participants, or else by the folder, if they give training and validation; drawn where a study has
     * none. Volumes are of every label, so that other target labels leave the splits as they are.
     */
    private Map<String, Split> splits(
            FoundCohort found, ParticipantsTable participants, Map<Path, MaskFacts> masks, List<String> notes) {
        Map<String, Split> listed = new HashMap<>();
        Map<String, Split> given = new HashMap<>();
        for (FoundStudy study : found.studies()) {
            participants.split(study.person()).ifPresent(split -> listed.put(study.name(), split));
            study.given().ifPresent(split -> given.put(study.name(), split));
        }
        int all = found.studies().size();
        if (listed.size() == all) {
            notes.add("Splits are those of " + ParticipantsTable.FILE_NAME);
            return listed;
        }
        if (!listed.isEmpty()) {
            throw new InputRefusedException(
                    "%s: gives a split to %d of %d studies; give one to every participant, or to none"
                            .formatted(folder.resolve(ParticipantsTable.FILE_NAME), listed.size(), all));
        }
        if (given.size() == all && given.containsValue(Split.TRAIN) && given.containsValue(Split.VALIDATION)) {
            notes.add("Splits are those of the folder");
            return given;
        }
        return drawn(found, participants, masks, given, notes);
    }

    private Map<String, Split> drawn(
            FoundCohort found,
            ParticipantsTable participants,
            Map<Path, MaskFacts> masks,
            Map<String, Split> given,
            List<String> notes) {
        boolean testGiven = given.containsValue(Split.TEST);
        var splits = new HashMap<String, Split>();
        var open = new ArrayList<Study>();
        for (FoundStudy study : found.studies()) {
            if (testGiven && given.get(study.name()) == Split.TEST) {
                splits.put(study.name(), Split.TEST);
            } else {
                open.add(new Study(
                        study.name(),
                        study.person(),
                        participants.site(study.person()).orElse(""),
                        volumeMl(study, masks)));
            }
        }
        var shares = testGiven ? choices.shares().withoutTest() : choices.shares();
        splits.putAll(new StratifiedSplits(shares, choices.seed()).deal(open));
        boolean bySite = open.stream().anyMatch(study -> !study.site().isEmpty());
        notes.add("%s by person, evenly over %starget volumes, from seed %d"
                .formatted(
                        testGiven
                                ? "The folder gives the test split; training and validation are drawn"
                                : "The folder gives no splits; they are drawn",
                        bySite ? "sites and " : "",
                        choices.seed()));
        return splits;
    }

    private static double volumeMl(FoundStudy study, Map<Path, MaskFacts> masks) {
        return study.images().values().stream()
                .filter(files -> masks.containsKey(files.mask()))
                .mapToDouble(files -> masks.get(files.mask()).volumeMl(TargetLabels.every()))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What 'midline phantom' writes beside its own layout lies in a cohort's folder that says so. */
    private boolean isPartOfSynthetic() {
        Path above = folder.getParent();
        for (int n = 0; n < PARENTS && above != null; n++, above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(Cohort.FILE_NAME))) {
                try {
                    return Cohort.read(above).synthetic();
                } catch (InputRefusedException notReadable) {
                    return false;
                }
            }
        }
        return false;
    }

    private void refuseSeveralDatasets() {
        List<String> datasets = names(NnUnetFolder::isOne);
        if (!datasets.isEmpty()) {
            throw new InputRefusedException("%s: a folder of nnU-Net datasets (%s); give one of them"
                    .formatted(folder, String.join(", ", datasets)));
        }
    }

    private List<String> names(Predicate<Path> wanted) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(wanted)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private InputRefusedException unknown() {
        if (holdsDicom()) {
            return new InputRefusedException(
                    "%s: holds DICOM files; make a cohort of them first: midline cohort import %s --target-roi GTV --out %s-cohort"
                            .formatted(folder, folder, folder.getFileName()));
        }
        return new InputRefusedException(
                "%s: no cohort; expected cohort.json ('midline phantom' makes one), an nnU-Net raw dataset, BIDS with derivatives, or BraTS naming"
                        .formatted(folder));
    }

    /** Told by the first file that is neither hidden nor a table or a text. */
    private boolean holdsDicom() {
        try (Stream<Path> files = Files.walk(folder, DEEPEST_DICOM)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("\\..*|.*\\.(txt|tsv|csv|json|md|xml)"))
                    .limit(20)
                    .anyMatch(CohortOpener::isDicom);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDicom(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(PREAMBLE_BYTES + 4);
            return start.length == PREAMBLE_BYTES + 4
                    && new String(start, PREAMBLE_BYTES, 4, StandardCharsets.US_ASCII).equals("DICM");
        } catch (IOException e) {
            return false;
        }
    }
}
