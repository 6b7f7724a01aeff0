package org.midline.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;

/**
 * The evaluation of a set of cases: every case, and per sequence the distribution of each measure.
 *
 * @param title what was evaluated; names synthetic data as such
 * @param cases in the order of the rows
 * @param bootstrapSeed of the intervals
 */
public record EvaluationTable(String title, List<CaseEvaluation> cases, long bootstrapSeed) {
    /** The one of every table, so that two tables of the same cases say the same. */
    public static final long BOOTSTRAP_SEED = 20_251_602_516L;

    public EvaluationTable {
        cases = List.copyOf(cases);
    }

    public EvaluationTable(String title, List<CaseEvaluation> cases) {
        this(title, cases, BOOTSTRAP_SEED);
    }

    /** The cases of each sequence that has any, in the order of {@link Sequence}. */
    public Map<Sequence, List<CaseEvaluation>> bySequence() {
        Map<Sequence, List<CaseEvaluation>> groups = new EnumMap<>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            List<CaseEvaluation> group =
                    cases.stream().filter(c -> c.sequence() == sequence).toList();
            if (!group.isEmpty()) {
                groups.put(sequence, group);
            }
        }
        return Collections.unmodifiableMap(groups);
    }

    /** The distribution of every measure over the cases of one sequence. */
    public Map<Metric, Distribution> distributions(Sequence sequence) {
        List<CaseEvaluation> group = bySequence().getOrDefault(sequence, List.of());
        Map<Metric, Distribution> distributions = new LinkedHashMap<>();
        for (Metric metric : metrics()) {
            distributions.put(
                    metric,
                    Distribution.of(group.stream().map(c -> c.measure(metric)).toList(), bootstrapSeed));
        }
        return Collections.unmodifiableMap(distributions);
    }

    /** Every metric that some case has, in order of appearance. */
    public Set<Metric> metrics() {
        Set<Metric> metrics = new LinkedHashSet<>();
        cases.forEach(c -> metrics.addAll(c.measures().keySet()));
        return Collections.unmodifiableSet(metrics);
    }

    /** For the terminal: per sequence, a line per measure in aligned columns. */
    public String summaryText() {
        return TableText.summary(this);
    }

    /** For the terminal: a line per case in aligned columns. */
    public String casesText() {
        return TableText.cases(this);
    }

    /** Summary, then cases. */
    public String text() {
        return summaryText() + "\n" + casesText();
    }

    /** One row per case (RFC 4180); undefined measures are empty cells, their reasons stand in the last column. */
    public String csv() {
        return TableCsv.cases(this);
    }

    /** One row per sequence and measure (RFC 4180). */
    public String summaryCsv() {
        return TableCsv.summary(this);
    }

    /** Summary and cases as one JSON object; undefined measures carry their reasons. */
    public String json() {
        return TableJson.of(this);
    }

    /** Writes evaluation.txt, evaluation.csv, evaluation_summary.csv and evaluation.json into the folder. */
    public void write(Path folder) throws IOException {
        WholeFile.writeText(folder.resolve("evaluation.txt"), text());
        WholeFile.writeText(folder.resolve("evaluation.csv"), csv());
        WholeFile.writeText(folder.resolve("evaluation_summary.csv"), summaryCsv());
        WholeFile.writeText(folder.resolve("evaluation.json"), json());
    }
}
