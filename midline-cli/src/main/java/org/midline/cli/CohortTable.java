package org.midline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.check.CohortReport;
import org.midline.cohort.check.ImageFacts;
import org.midline.cohort.layout.CohortLayout;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.AlignedText;

/** What is in a cohort, as text: layout, patients, and for each sequence images, splits, target volumes and spacings. */
final class CohortTable {
    private CohortTable() {}

    static String text(OpenedCohort opened, CohortReport report) {
        var text = new StringBuilder();
        text.append("Layout: ").append(opened.layout().title()).append('\n');
        text.append(patients(opened)).append('\n');
        if (opened.layout() != CohortLayout.MIDLINE) {
            text.append(labels(opened)).append('\n');
        }
        opened.notes().forEach(note -> text.append(note).append('\n'));
        var table = new AlignedText(1);
        table.add(List.of(
                "", "images", "train", "validation", "test", "target ml (median, range)", "spacing mm (most, range)"));
        for (Sequence sequence : Sequence.values()) {
            List<ImageFacts> images = report.images().stream()
                    .filter(image -> image.sequence() == sequence)
                    .toList();
            if (!images.isEmpty()) {
                table.add(row(sequence, images));
            }
        }
        return text.append('\n').append(table.text("")).append('\n').toString();
    }

    private static String patients(OpenedCohort opened) {
        var patients = opened.cohort().patients();
        long people = patients.stream().map(PersonName::of).distinct().count();
        String studies = people == patients.size() ? "" : " with %d studies".formatted(patients.size());
        return "Patients: %d%s%s".formatted(people, studies, opened.cohort().synthetic() ? ", SYNTHETIC" : "");
    }

    /** "Target: labels 1, 3; in the masks: 1 (12 of 14), 2 (13 of 14)". */
    static String labels(OpenedCohort opened) {
        long masks = opened.cohort().patients().stream()
                .flatMap(patient -> patient.images().values().stream())
                .map(image -> image.gtv())
                .distinct()
                .count();
        Map<Integer, Integer> found = opened.masksByLabel();
        return "Target: %s; found in the masks: %s"
                .formatted(
                        opened.targetLabels().title(),
                        found.isEmpty()
                                ? "none"
                                : found.entrySet().stream()
                                        .map(label ->
                                                "%d (in %d of %d)".formatted(label.getKey(), label.getValue(), masks))
                                        .collect(Collectors.joining(", ")));
    }

    private static List<String> row(Sequence sequence, List<ImageFacts> images) {
        List<String> cells = new ArrayList<>();
        cells.add(sequence.title());
        cells.add(String.valueOf(images.size()));
        for (Split split : Split.values()) {
            cells.add(String.valueOf(images.stream()
                    .filter(image -> image.patient().split() == split)
                    .count()));
        }
        cells.add(volumes(images));
        cells.add(spacings(images));
        return cells;
    }

    private static String volumes(List<ImageFacts> images) {
        double[] sorted = images.stream()
                .flatMapToDouble(image -> image.targetMl().stream())
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return "-";
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return String.format(Locale.ROOT, "%.1f, %.1f to %.1f", median, sorted[0], sorted[sorted.length - 1]);
    }

    private static String spacings(List<ImageFacts> images) {
        List<VoxelGrid> grids =
                images.stream().flatMap(image -> image.grid().stream()).toList();
        if (grids.isEmpty()) {
            return "-";
        }
        Map<String, Long> counts =
                grids.stream().collect(Collectors.groupingBy(CohortTable::spacing, Collectors.counting()));
        String most = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        double[] all = grids.stream()
                .flatMapToDouble(
                        grid -> Arrays.stream(new double[] {grid.spacingMm(0), grid.spacingMm(1), grid.spacingMm(2)}))
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%s, %.2f to %.2f", most, all[0], all[all.length - 1]);
    }

    private static String spacing(VoxelGrid grid) {
        return String.format(
                Locale.ROOT, "%.2f x %.2f x %.2f", grid.spacingMm(0), grid.spacingMm(1), grid.spacingMm(2));
    }
}
