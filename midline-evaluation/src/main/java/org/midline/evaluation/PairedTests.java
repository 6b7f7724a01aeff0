package org.midline.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * The paired tests of two methods, as a table.
 *
 * @param one whose measures are reduced by those of the other
 */
public record PairedTests(String one, String other, List<PairedTest> tests) {
    public PairedTests {
        tests = List.copyOf(tests);
    }

    /** For a terminal. */
    public String text() {
        var lines = new AlignedText(2);
        lines.add(List.of("sequence", "measure", "pairs", "left out", "difference", "95% CI", "p", "p (Holm)"));
        for (PairedTest test : tests) {
            Metric metric = test.metric();
            lines.add(List.of(
                    test.sequence().title(),
                    metric.heading(),
                    Integer.toString(test.pairs()),
                    Integer.toString(test.leftOut()),
                    Double.isNaN(test.meanDifference()) ? "-" : metric.format(test.meanDifference()),
                    test.interval()
                            .map(i -> metric.format(i.low()) + " to " + metric.format(i.high()))
                            .orElse("-"),
                    p(test.p()),
                    p(test.holmP())));
        }
        return "%s minus %s, patient by patient; p of the signed-rank test of Wilcoxon, two-sided\n\n%s"
                .formatted(one, other, lines.text(""));
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return "-";
        }
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }
}
