package org.midline.evaluation.report;

import java.util.List;

/** What the measures in a report mean. */
final class Definitions {
    private static final List<String> LINES = List.of(
            "DSC: twice the shared volume over the sum of both volumes.",
            "HD95: the larger of the two directed distances between the surfaces within which 95 % of the surface area"
                    + " lies. ASSD: the mean distance over both surfaces. NSD: the fraction of both surfaces within the"
                    + " tolerance. Surface elements lie between voxels and count with their area.",
            "Sensitivity: the fraction of the truth that the proposal covers. Precision: the fraction of the proposal"
                    + " that lies in the truth. Volume difference: proposal minus truth.");

    private Definitions() {}

    /** A section of its own, with further lines. */
    static void append(HtmlWriter html, List<String> further) {
        html.open("section", "class", "definitions").leaf("h2", "Measures");
        LINES.forEach(line -> html.leaf("p", line));
        further.forEach(line -> html.leaf("p", line));
        html.close();
    }
}
