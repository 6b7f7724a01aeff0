package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;

/**
 * What is in a synthetic cohort, for each centre and split: how many patients, what heads, where the tumours are, how
 * large, what enhances, on what grids they were imaged, and how well the simulated experts agree.
 */
public final class CohortSummary {
    /** The table for people, in the cohort's folder. */
    public static final String TEXT_NAME = "summary.txt";
    /** The numbers of the table, in the cohort's folder. */
    public static final String JSON_NAME = "summary.json";
    /** A row for each patient with all that is known, in the cohort's folder. */
    public static final String PATIENTS_NAME = "patients.csv";

    private static final int LABEL_WIDTH = 30;
    private static final int COLUMN_WIDTH = 22;

    private final Cohort cohort;
    private final List<CohortGroup> groups;

    public CohortSummary(Cohort cohort) {
        this.cohort = cohort;
        groups = CohortGroup.of(cohort);
    }

    /** Writes the three files, each whole. */
    public void write(Path folder) throws IOException {
        WholeFile.writeText(folder.resolve(TEXT_NAME), text());
        WholeFile.writeText(folder.resolve(JSON_NAME), SummaryJson.of(cohort.name(), groups));
        WholeFile.writeText(folder.resolve(PATIENTS_NAME), patientsTable());
    }

    /** The table, with a line feed at the end. Numbers with a range are medians. */
    public String text() {
        var text = new StringBuilder();
        text.append("%s: %d SYNTHETIC patients\n"
                .formatted(cohort.name(), cohort.patients().size()));
        text.append(cohort.description()).append("\n\n");
        line(text, "", group -> "centre " + group.centre());
        line(text, "", group -> group.split().key());
        line(text, "patients", group -> Integer.toString(group.patients().size()));
        categories(text, "finding", "finding");
        categories(text, "head", "head_kind");
        line(text, "different real heads", group -> Long.toString(group.realHeads()));
        categories(text, "site", "site");
        categories(text, "enhancement", "enhancement");
        numbers(text, "age (years)", "age_years", 1);
        numbers(text, "tumour volume (ml)", "volume_ml", 1);
        for (Sequence sequence : Sequence.values()) {
            numbers(text, sequence.title() + " pixel (mm)", "pixel_mm_" + sequence.key(), 2);
            numbers(text, sequence.title() + " slice spacing (mm)", "slice_mm_" + sequence.key(), 1);
        }
        categories(text, "field (T)", "field_t");
        for (Sequence sequence : Sequence.values()) {
            line(
                    text,
                    sequence.title() + " DSC of two experts",
                    group -> group.spread("expert_dsc_" + sequence.key())
                            .map(CohortSummary::meanAndDeviation)
                            .orElse("-"));
        }
        return text.toString();
    }

    private void categories(StringBuilder text, String title, String attribute) {
        Map<CohortGroup, Map<String, Integer>> counts = new LinkedHashMap<>();
        groups.forEach(group -> counts.put(group, group.counts(attribute)));
        var values = counts.values().stream()
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String value : values) {
            line(text, title + ": " + value.replace('_', ' '), group -> share(counts.get(group), value));
        }
    }

    private static String share(Map<String, Integer> counts, String value) {
        int all = counts.values().stream().mapToInt(count -> count).sum();
        int count = counts.getOrDefault(value, 0);
        return all == 0 ? "-" : String.format(Locale.ROOT, "%d (%.0f %%)", count, 100.0 * count / all);
    }

    private void numbers(StringBuilder text, String title, String attribute, int decimals) {
        String format = "%." + decimals + "f";
        line(
                text,
                title,
                group -> group.spread(attribute)
                        .map(spread -> String.format(
                                Locale.ROOT,
                                "%s (%s to %s)".formatted(format, format, format),
                                spread.median(),
                                spread.least(),
                                spread.most()))
                        .orElse("-"));
    }

    private static String meanAndDeviation(Spread spread) {
        return String.format(Locale.ROOT, "%.3f \u00b1 %.3f", spread.mean(), spread.standardDeviation());
    }

    private void line(StringBuilder text, String label, Function<CohortGroup, String> cell) {
        var line = new StringBuilder(padded(label, LABEL_WIDTH));
        groups.forEach(group -> line.append(padded(cell.apply(group), COLUMN_WIDTH)));
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String padded(String cell, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", cell);
    }

    private String patientsTable() {
        var names = new TreeSet<String>();
        cohort.patients().forEach(patient -> names.addAll(patient.attributes().keySet()));
        List<String> lines = new ArrayList<>();
        lines.add("id,split," + String.join(",", names));
        for (CohortPatient patient : cohort.patients()) {
            List<String> cells =
                    new ArrayList<>(List.of(patient.id(), patient.split().key()));
            names.forEach(name -> cells.add(quoted(patient.attributes().get(name))));
            lines.add(String.join(",", cells));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String value) {
        String text = Optional.ofNullable(value).orElse("");
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
