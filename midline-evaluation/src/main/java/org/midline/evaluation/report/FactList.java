package org.midline.evaluation.report;

import java.util.List;

/** Provenance: groups of names and values at the end of a report. */
final class FactList {

    private FactList() {}

    /** A section of its own; nothing if there are no groups. */
    static void append(HtmlWriter html, List<FactGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        html.open("section", "class", "facts").leaf("h2", "Provenance");
        for (FactGroup group : groups) {
            html.open("div", "class", "group").leaf("h3", group.title()).open("dl");
            for (FactGroup.Fact fact : group.facts()) {
                html.leaf("dt", fact.name()).leaf("dd", fact.value());
            }
            html.close().close();
        }
        html.close();
    }
}
