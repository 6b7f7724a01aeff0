package org.midline.cohort.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/**
 * The naming of the BraTS challenges, of BraTS-PEDs among them: {@code ID/ID-t1c.nii.gz}, {@code -t2w}, {@code -t2f},
 * {@code -seg} since 2023; {@code ID/ID_t1ce.nii.gz}, {@code _t2}, {@code _flair}, {@code _seg} before; and a folder for
 * each case whose files have no more than the sequence in their names. Folders above a case may be called train,
 * validation and test.
 */
final class BratsFolder {
    private static final int DEEPEST = 5;
    private static final Pattern NAME = Pattern.compile(
            "(?:(.+)[-_])?(t1c|t1ce|t1gd|t2w|t2|t2f|flair|seg)\\.nii(?:\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Sequence> SEQUENCES = Map.of(
            "t1c", Sequence.T1C,
            "t1ce", Sequence.T1C,
            "t1gd", Sequence.T1C,
            "t2w", Sequence.T2,
            "t2", Sequence.T2,
            "t2f", Sequence.FLAIR,
            "flair", Sequence.FLAIR);
    private static final Map<String, Split> SPLITS = Map.of(
            "train", Split.TRAIN,
            "training", Split.TRAIN,
            "val", Split.VALIDATION,
            "validation", Split.VALIDATION,
            "test", Split.TEST,
            "testing", Split.TEST);

    private final Path folder;
    private final Map<String, Case> cases = new TreeMap<>();

    private BratsFolder(Path folder) {
        this.folder = folder;
    }

    private static final class Case {
        private final Path home;
        private final Map<Sequence, Path> images = new EnumMap<>(Sequence.class);
        private Path mask;

        Case(Path home) {
            this.home = home;
        }
    }

    /** Empty if there is no file of this naming. */
    static Optional<FoundCohort> find(Path folder) {
        var found = new BratsFolder(folder);
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.take(file);
            }
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
        return found.cases.isEmpty() ? Optional.empty() : Optional.of(found.cohort());
    }

    private void take(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || file.getFileName().toString().startsWith(".")) {
            return;
        }
        Path home = file.getParent();
        String id = name.group(1) == null ? home.getFileName().toString() : name.group(1);
        Case of = cases.computeIfAbsent(id, any -> new Case(home));
        if (!of.home.equals(home)) {
            throw new InputRefusedException("%s: case '%s' lies in two folders, %s and %s; leave one out"
                    .formatted(folder, id, folder.relativize(of.home), folder.relativize(home)));
        }
        String kind = name.group(2).toLowerCase(Locale.ROOT);
        Path earlier;
        if (kind.equals("seg")) {
            earlier = of.mask;
            of.mask = file;
        } else {
            earlier = of.images.put(SEQUENCES.get(kind), file);
        }
        if (earlier != null) {
            throw new InputRefusedException("%s: case '%s' has two files for one image, %s and %s; leave one out"
                    .formatted(folder, id, earlier.getFileName(), file.getFileName()));
        }
    }

    private FoundCohort cohort() {
        var studies = new ArrayList<FoundStudy>();
        var withoutMask = new ArrayList<String>();
        cases.forEach((id, of) -> {
            if (of.mask == null) {
                withoutMask.add(id);
            } else if (!of.images.isEmpty()) {
                Map<Sequence, FoundStudy.Files> images = new EnumMap<>(Sequence.class);
                of.images.forEach((sequence, image) -> images.put(sequence, new FoundStudy.Files(image, of.mask)));
                studies.add(new FoundStudy(id, PersonName.ofId(id), images, split(of.home)));
            }
        });
        List<String> notes = FoundCohort.leftOut(withoutMask, "cases without segmentation are left out").stream()
                .toList();
        return new FoundCohort(folder, CohortLayout.BRATS, studies, Set.of(1, 2, 3, 4), false, notes);
    }

    private Optional<Split> split(Path home) {
        for (Path part : folder.relativize(home)) {
            Split split = SPLITS.get(part.toString().toLowerCase(Locale.ROOT));
            if (split != null) {
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }
}
