package org.midline.cohort.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/**
 * A BIDS dataset (bids-specification.readthedocs.io): images {@code sub-X/[ses-Y/]anat/..._T2w.nii.gz}, {@code _FLAIR} and
 * {@code _ce-..._T1w}; masks {@code derivatives/PIPELINE/sub-X/..._mask.nii.gz} or {@code _dseg}, or beside the images.
 * Masks in a template's space and masks of the brain are not looked at.
 *
 * <p>A mask whose name mentions an image's suffix ({@code space-T2w}) is for that image, others are for all images of
 * their session. Of several, the one that shares most of the image's name is taken; where that leaves more than one, the
 * target's name has to be said.
 */
final class BidsFolder {
    private static final int DEEPEST = 9;
    private static final Set<String> SUFFIXES = Set.of("T2w", "FLAIR", "T1w");
    private static final Pattern TEMPLATE = Pattern.compile("(?i)(mni|talairach|fsaverage|oasis|nki).*");
    private static final Pattern NO_TARGET =
            Pattern.compile("(?i)brain.*|head|skull|aseg|aparc.*|[gw]m|csf|tissue.*|eyes?|preproc");
    private static final Pattern TARGET =
            Pattern.compile("(?i).*(tumou?r|lesion|glioma|gtv|dipg|dmg).*|wt|wholetumou?r");

    private final Path folder;
    private final CohortChoices choices;
    private final Map<String, Map<Sequence, List<BidsName>>> images = new TreeMap<>();
    private final Map<String, List<BidsName>> masks = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private BidsFolder(Path folder, CohortChoices choices) {
        this.folder = folder;
        this.choices = choices;
    }

    static boolean isOne(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(path -> path.getFileName().toString().startsWith("sub-") && Files.isDirectory(path));
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    /** @throws InputRefusedException if it is not clear which mask is meant for an image */
    static FoundCohort read(Path folder, CohortChoices choices) {
        return new BidsFolder(folder, choices).cohort();
    }

    private FoundCohort cohort() {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::take);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
        var studies = new ArrayList<FoundStudy>();
        var withoutMask = new ArrayList<String>();
        images.forEach((study, bySequence) -> {
            Map<Sequence, FoundStudy.Files> chosen = new EnumMap<>(Sequence.class);
            bySequence.forEach((sequence, candidates) ->
                    choose(study, candidates).ifPresent(files -> chosen.put(sequence, files)));
            if (chosen.isEmpty()) {
                withoutMask.add(study);
            } else {
                studies.add(new FoundStudy(study, study.replaceFirst("_ses-.*", ""), chosen, Optional.empty()));
            }
        });
        FoundCohort.leftOut(withoutMask, "sessions without a mask of the target are left out")
                .ifPresent(notes::add);
        return new FoundCohort(folder, CohortLayout.BIDS, studies, Set.of(), false, notes);
    }

    private void take(Path file) {
        Path inside = folder.relativize(file);
        String top = inside.getName(0).toString();
        if (!top.equals("derivatives") && !top.startsWith("sub-")) {
            return;
        }
        BidsName.of(file).ifPresent(name -> {
            boolean anatomical = inside.getNameCount() > 1
                    && inside.getName(inside.getNameCount() - 2).toString().equals("anat");
            if (name.isMask()) {
                masks.computeIfAbsent(name.study(), any -> new ArrayList<>()).add(name);
            } else if (top.startsWith("sub-") && anatomical) {
                name.sequence()
                        .ifPresent(
                                sequence -> images.computeIfAbsent(name.study(), any -> new EnumMap<>(Sequence.class))
                                        .computeIfAbsent(sequence, any -> new ArrayList<>())
                                        .add(name));
            }
        });
    }

    /** The first image that has a mask; empty if none has. */
    private Optional<FoundStudy.Files> choose(String study, List<BidsName> candidates) {
        for (BidsName image : candidates) {
            Optional<BidsName> mask = mask(study, image);
            if (mask.isPresent()) {
                if (candidates.size() > 1) {
                    notes.add("%s has %d images of one sequence: %s is taken"
                            .formatted(study, candidates.size(), image.file().getFileName()));
                }
                return Optional.of(new FoundStudy.Files(image.file(), mask.get().file()));
            }
        }
        return Optional.empty();
    }

    private Optional<BidsName> mask(String study, BidsName image) {
        List<BidsName> left = masks.getOrDefault(study, List.of()).stream()
                .filter(mask ->
                        !TEMPLATE.matcher(mask.entity("space").orElse("")).matches())
                .filter(this::mayBeTarget)
                .filter(mask -> !mask.contradicts(image))
                .toList();
        if (choices.targetName().isEmpty()) {
            left = preferring(left, mask -> TARGET.matcher(mask.drawn()).matches());
        }
        left = left.stream().anyMatch(mask -> mask.mentions(image.suffix()))
                ? left.stream().filter(mask -> mask.mentions(image.suffix())).toList()
                : left.stream()
                        .filter(mask -> SUFFIXES.stream().noneMatch(mask::mentions))
                        .toList();
        long most =
                left.stream().mapToLong(mask -> mask.sharedWith(image)).max().orElse(0);
        left = preferring(left, mask -> mask.sharedWith(image) == most);
        if (left.size() > 1) {
            throw new InputRefusedException(
                    "%s: %d masks may be meant for %s (%s); say which is the target with --target-roi, the value of label- or desc-"
                            .formatted(
                                    folder,
                                    left.size(),
                                    image.file().getFileName(),
                                    left.stream()
                                            .sorted(Comparator.comparing(BidsName::file))
                                            .map(mask ->
                                                    mask.file().getFileName().toString())
                                            .collect(Collectors.joining(", "))));
        }
        return left.stream().findFirst();
    }

    private boolean mayBeTarget(BidsName mask) {
        return choices.targetName()
                .map(name -> mask.drawn().equalsIgnoreCase(name)
                        || mask.entity("desc")
                                .map(value -> value.toLowerCase(Locale.ROOT))
                                .equals(Optional.of(name.toLowerCase(Locale.ROOT))))
                .orElse(!NO_TARGET.matcher(mask.drawn()).matches());
    }

    private static List<BidsName> preferring(List<BidsName> masks, Predicate<BidsName> better) {
        List<BidsName> preferred = masks.stream().filter(better).toList();
        return preferred.isEmpty() ? masks : preferred;
    }
}
