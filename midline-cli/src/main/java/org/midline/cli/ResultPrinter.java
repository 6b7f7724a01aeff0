package org.midline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.midline.core.Sequence;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.output.Comparison;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/** The result of a delineation on the terminal. */
final class ResultPrinter {
    private final PrintWriter out;

    ResultPrinter(PrintWriter out) {
        this.out = out;
    }

    /** A line per sequence, with the measures where the truth is known; then what should be looked at. */
    void results(StudyDelineation delineation, Comparison comparison) {
        boolean compared = !comparison.evaluations().isEmpty();
        out.println();
        out.println(
                "Sequence   Volume (ml)" + (compared ? "   Truth (ml)     DSC   HD95 (mm)   Seconds" : "   Seconds"));
        delineation.results().forEach((sequence, result) -> {
            if (result instanceof Found found) {
                out.printf(
                        Locale.ROOT,
                        "%-9s  %11.2f",
                        sequence.title(),
                        found.gtv().volumeMl());
                if (compared) {
                    measures(comparison.evaluations().get(sequence));
                }
                out.printf(Locale.ROOT, "%10.1f%n", found.timings().totalMs() / 1000.0);
            } else {
                out.printf("%-9s  %s%n", sequence.title(), sentence(result));
            }
        });
        cautions(delineation);
    }

    private void measures(CaseEvaluation evaluation) {
        for (Metric metric : new Metric[] {Metric.TRUTH_VOLUME, Metric.DSC, Metric.HD95}) {
            int width = metric.equals(Metric.DSC) ? 8 : metric.equals(Metric.HD95) ? 12 : 13;
            Measure measure = evaluation == null ? Measure.undefined("no truth") : evaluation.measure(metric);
            out.print(" ".repeat(Math.max(1, width - metric.format(measure).length())) + metric.format(measure));
        }
    }

    private void cautions(StudyDelineation delineation) {
        delineation
                .found()
                .forEach((sequence, found) -> found.cautions()
                        .forEach(caution -> out.printf("%nLook at %s: %s%n", sequence.title(), caution)));
    }

    static String sentence(Delineation result) {
        if (result instanceof NothingFound nothing) {
            return "nothing found: " + nothing.reason();
        }
        return result instanceof Refused refused ? "refused: " + refused.reason() : "found";
    }

    /** Where the files are. */
    void files(Path folder, Map<String, String> files) {
        out.println();
        int width = files.keySet().stream().mapToInt(String::length).max().orElse(0);
        out.println("In " + folder + ":");
        for (String name : files.keySet()) {
            out.println("  " + name + " ".repeat(width - name.length() + 2) + files.get(name));
        }
        out.flush();
    }

    /** The sequences of a set by title, in order: "T1C, T2". */
    static String titles(Iterable<Sequence> sequences) {
        var sorted = new TreeSet<Sequence>();
        sequences.forEach(sorted::add);
        return String.join(", ", sorted.stream().map(Sequence::title).toList());
    }
}
