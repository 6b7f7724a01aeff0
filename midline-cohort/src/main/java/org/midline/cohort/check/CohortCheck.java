package org.midline.cohort.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.check.Finding.Severity;
import org.midline.cohort.layout.CohortLayout;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.Sequence;

/** Looks for what is wrong with a cohort, image by image and between patients. */
public final class CohortCheck {
    private static final int NAMES_SHOWN = 5;

    private final OpenedCohort opened;
    private final Set<Sequence> sequences;
    private final boolean voxels;
    private final List<Finding> findings = new ArrayList<>();

    private CohortCheck(OpenedCohort opened, Set<Sequence> sequences, boolean voxels) {
        this.opened = opened;
        this.sequences = new TreeSet<>(sequences);
        this.voxels = voxels;
    }

    /**
     * Reads every image and mask of some sequences, on all processors.
     *
     * @param progress told how many images have been looked at, after each
     */
    public static CohortReport thorough(OpenedCohort opened, Set<Sequence> sequences, IntConsumer progress) {
        return new CohortCheck(opened, sequences, true).report(progress);
    }

    /** Reads no more than headers: misses what only voxels show, and copies of images. */
    public static CohortReport quick(OpenedCohort opened, Set<Sequence> sequences) {
        return new CohortCheck(opened, sequences, false).report(done -> {});
    }

    private record Looked(ImageFacts facts, List<Finding> findings) {}

    private CohortReport report(IntConsumer progress) {
        var done = new AtomicInteger();
        List<Looked> looked = opened.cohort().patients().parallelStream()
                .flatMap(patient -> patient.images().keySet().stream()
                        .filter(sequences::contains)
                        .map(sequence -> {
                            var check = new ImageCheck(opened, patient, sequence, voxels);
                            var result = new Looked(check.look(), check.findings());
                            progress.accept(done.incrementAndGet());
                            return result;
                        }))
                .toList();
        List<ImageFacts> images = looked.stream().map(Looked::facts).toList();
        looked.forEach(each -> findings.addAll(each.findings()));
        copies(images);
        people();
        missingSequences();
        targets(images);
        List<Finding> sorted = findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new CohortReport(images, sorted);
    }

    private void copies(List<ImageFacts> images) {
        Map<String, List<ImageFacts>> byHash = new TreeMap<>();
        for (ImageFacts image : images) {
            image.hash()
                    .ifPresent(hash -> byHash.computeIfAbsent(hash, any -> new ArrayList<>())
                            .add(image));
        }
        for (List<ImageFacts> same : byHash.values()) {
            ImageFacts first = same.get(0);
            for (ImageFacts copy : same.subList(1, same.size())) {
                findings.add(Finding.error(
                        copy.patient().images().get(copy.sequence()).image(),
                        "the same voxels as %s; '%s' (%s) and '%s' (%s) are one image"
                                .formatted(
                                        first.patient()
                                                .images()
                                                .get(first.sequence())
                                                .image(),
                                        copy.patient().id(),
                                        copy.patient().split().key(),
                                        first.patient().id(),
                                        first.patient().split().key())));
            }
        }
    }

    private void people() {
        Map<String, List<CohortPatient>> byPerson = opened.cohort().patients().stream()
                .collect(Collectors.groupingBy(PersonName::of, TreeMap::new, Collectors.toList()));
        byPerson.forEach((person, studies) -> {
            if (studies.stream().map(CohortPatient::split).distinct().count() > 1) {
                findings.add(Finding.error(
                        "person '" + person + "'",
                        "in more than one split (%s): what was learned by heart would be measured; put all into one"
                                .formatted(studies.stream()
                                        .map(study -> study.id() + " in "
                                                + study.split().key())
                                        .collect(Collectors.joining(", ")))));
            }
        });
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            if (opened.cohort().patients().stream().noneMatch(patient -> patient.split() == split)) {
                findings.add(Finding.warning(
                        opened.folder(),
                        "no patient in the split %s, without which nothing is trained".formatted(split.key())));
            }
        }
    }

    /** Only of sequences that somebody has. */
    private void missingSequences() {
        for (Sequence sequence : sequences) {
            List<String> without = opened.cohort().patients().stream()
                    .filter(patient -> !patient.images().containsKey(sequence))
                    .map(CohortPatient::id)
                    .toList();
            if (!without.isEmpty()
                    && without.size() < opened.cohort().patients().size()) {
                findings.add(Finding.warning(
                        opened.folder(),
                        "%d of %d patients have no %s: %s"
                                .formatted(
                                        without.size(),
                                        opened.cohort().patients().size(),
                                        sequence.title(),
                                        listed(without))));
            }
        }
    }

    private void targets(List<ImageFacts> images) {
        boolean known = !images.isEmpty()
                && images.stream().allMatch(image -> image.targetMl().isPresent());
        if (known && images.stream().allMatch(image -> image.targetMl().orElseThrow() == 0)) {
            findings.add(new Finding(
                    opened.layout() == CohortLayout.MIDLINE ? Severity.WARNING : Severity.ERROR,
                    opened.folder().toString(),
                    "no mask has a voxel of the target (%s)%s"
                            .formatted(
                                    opened.targetLabels().title(),
                                    opened.masks().isEmpty()
                                            ? ""
                                            : "; labels found: "
                                                    + opened.masksByLabel().keySet())));
            return;
        }
        if (!opened.masks().isEmpty()) {
            for (int label : opened.targetLabels().values()) {
                if (!opened.masksByLabel().containsKey(label)) {
                    findings.add(Finding.error(
                            opened.folder(),
                            "target label %d is in no mask; labels found: %s"
                                    .formatted(label, opened.masksByLabel().keySet())));
                }
            }
        }
    }

    private static String listed(Collection<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? shown + ", ..." : shown;
    }
}
