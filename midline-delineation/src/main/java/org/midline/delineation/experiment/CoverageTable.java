package org.midline.delineation.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.midline.core.Sequence;
import org.midline.evaluation.AlignedText;

/**
 * How often the region holds the whole tumour.
 *
 * @param title what was measured; names synthetic patients as such
 */
public record CoverageTable(String title, List<RegionCoverage> images) {
    private static final int NAMED = 20;

    public CoverageTable {
        images = List.copyOf(images);
    }

    /** For the terminal: a line per sequence and one for all, then the images in which something is left out. */
    public String text() {
        var lines = new AlignedText(1);
        lines.add(
                List.of("", "images", "whole tumour inside", "refused", "more than 1 % outside", "least margin (mm)"));
        for (Sequence sequence : Sequence.values()) {
            row(
                    lines,
                    sequence.title(),
                    images.stream().filter(one -> one.sequence() == sequence).toList());
        }
        row(lines, "all", images);
        List<RegionCoverage> wrong = images.stream().filter(one -> !one.whole()).toList();
        var text = new StringBuilder(title).append("\n\n").append(lines.text(""));
        wrong.stream().limit(NAMED).forEach(one -> text.append(line(one)));
        if (wrong.size() > NAMED) {
            text.append("and %d more%n".formatted(wrong.size() - NAMED));
        }
        return text.toString();
    }

    private static String line(RegionCoverage one) {
        return one.refusal()
                .map(reason ->
                        "%s %s: %s%n".formatted(one.patientId(), one.sequence().title(), reason))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "%s %s: %.2f of %.1f ml outside%n",
                        one.patientId(),
                        one.sequence().title(),
                        one.outsideMl(),
                        one.tumourMl()));
    }

    private static void row(AlignedText lines, String title, List<RegionCoverage> group) {
        if (group.isEmpty()) {
            return;
        }
        long whole = group.stream().filter(RegionCoverage::whole).count();
        long refused = group.stream().filter(one -> one.refusal().isPresent()).count();
        long much = group.stream()
                .filter(one -> one.refusal().isEmpty() && one.outsideMl() > 0.01 * one.tumourMl())
                .count();
        double least = group.stream()
                .mapToDouble(RegionCoverage::marginMm)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        lines.add(Stream.of(
                        title,
                        Integer.toString(group.size()),
                        String.format(Locale.ROOT, "%d (%.1f %%)", whole, 100.0 * whole / group.size()),
                        Long.toString(refused),
                        Long.toString(much),
                        String.format(Locale.ROOT, "%.1f", least))
                .toList());
    }
}
