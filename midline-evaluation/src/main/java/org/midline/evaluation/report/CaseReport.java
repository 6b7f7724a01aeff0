package org.midline.evaluation.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.midline.core.file.WholeFile;

/**
 * The report of one patient's delineation: what was found on each sequence, in pictures and numbers, and where it comes
 * from. The same content gives the same bytes.
 *
 * @param title what the report is about, such as "Delineation of patient X"
 * @param patientId as the source names the patient
 * @param synthetic whether the images are made, not acquired; said in the title, on the pictures and in their captions
 * @param refusal why nothing of the study could be delineated, if so
 * @param sections one per sequence, in the order of the report
 * @param facts models, versions, parameters, series set aside: listed at the end
 */
public record CaseReport(
        String title,
        String patientId,
        boolean synthetic,
        Optional<String> refusal,
        List<SequenceSection> sections,
        List<FactGroup> facts) {

    public CaseReport {
        sections = List.copyOf(sections);
        facts = List.copyOf(facts);
    }

    /** The whole report as one HTML document that refers to nothing outside. */
    public String html() {
        return new ReportPage(this).html();
    }

    public void write(Path file) throws IOException {
        WholeFile.writeText(file, html());
    }
}
