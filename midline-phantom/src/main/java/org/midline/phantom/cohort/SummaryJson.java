package org.midline.phantom.cohort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.midline.core.Sequence;

/** The numbers of a {@link CohortSummary}, for programs. */
final class SummaryJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<String> CATEGORIES = List.of("finding", "head_kind", "site", "enhancement", "field_t");

    private SummaryJson() {}

    static String of(String name, List<CohortGroup> groups) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", name);
        root.put("synthetic", true);
        var array = root.putArray("groups");
        for (CohortGroup group : groups) {
            ObjectNode node = array.addObject();
            node.put("centre", group.centre());
            node.put("split", group.split().key());
            node.put("patients", group.patients().size());
            for (String category : CATEGORIES) {
                ObjectNode counts = node.putObject(category);
                group.counts(category).forEach(counts::put);
            }
            node.put("different_real_heads", group.realHeads());
            put(node, group, "age_years");
            put(node, group, "volume_ml");
            for (Sequence sequence : Sequence.values()) {
                put(node, group, "pixel_mm_" + sequence.key());
                put(node, group, "slice_mm_" + sequence.key());
                put(node, group, "expert_dsc_" + sequence.key());
            }
        }
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of numbers and texts can be written", e);
        }
    }

    private static void put(ObjectNode node, CohortGroup group, String attribute) {
        group.spread(attribute)
                .ifPresent(spread -> node.putObject(attribute)
                        .put("count", spread.count())
                        .put("mean", spread.mean())
                        .put("standard_deviation", spread.standardDeviation())
                        .put("least", spread.least())
                        .put("median", spread.median())
                        .put("most", spread.most()));
    }
}
