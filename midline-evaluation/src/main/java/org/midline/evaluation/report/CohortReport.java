package org.midline.evaluation.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.midline.core.file.WholeFile;
import org.midline.evaluation.EvaluationTable;

/**
 * The report of a cohort's evaluation: tables, plots, the worst and the median patients in pictures, every patient's
 * measures, and where it all comes from. On one machine the same content gives the same bytes.
 *
 * @param title what was evaluated, such as the cohort's name and split
 * @param synthetic whether any of the patients is made up; said in the title and on the pictures
 * @param table every case
 * @param furtherTables shown after that of the sequences
 * @param pictures of {@link Exemplar}s; may be empty
 * @param facts program, models, cohort, date: listed at the end
 */
public record CohortReport(
        String title,
        boolean synthetic,
        EvaluationTable table,
        List<ReportTable> furtherTables,
        List<ExemplarPicture> pictures,
        List<FactGroup> facts) {

    public CohortReport {
        furtherTables = List.copyOf(furtherTables);
        pictures = List.copyOf(pictures);
        facts = List.copyOf(facts);
    }

    /** The whole report as one HTML document that refers to nothing outside. */
    public String html() {
        return new CohortPage(this).html();
    }

    public void write(Path file) throws IOException {
        WholeFile.writeText(file, html());
    }
}
