package org.midline.cohort.check;

import java.util.List;
import org.midline.cohort.check.Finding.Severity;

/**
 * What a check found.
 *
 * @param images all that were looked at, in the order of the cohort
 * @param findings errors first
 */
public record CohortReport(List<ImageFacts> images, List<Finding> findings) {
    public CohortReport {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
