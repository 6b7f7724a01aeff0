package org.midline.evaluation.report;

import java.util.List;

/** Names and values under a heading, such as the provenance of a model or the parameters of a run. */
public record FactGroup(String title, List<Fact> facts) {
    public FactGroup {
        facts = List.copyOf(facts);
    }

    public record Fact(String name, String value) {}
}
