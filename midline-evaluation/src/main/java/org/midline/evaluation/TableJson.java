package org.midline.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An evaluation as JSON, the same text on every system. */
final class TableJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TableJson() {}

    static String of(EvaluationTable table) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", table.title());
        root.put("bootstrapSeed", table.bootstrapSeed());
        ArrayNode sequences = root.putArray("sequences");
        table.bySequence().forEach((sequence, cases) -> {
            ObjectNode node = sequences.addObject();
            node.put("sequence", sequence.key());
            node.put("cases", cases.size());
            ObjectNode measures = node.putObject("measures");
            table.distributions(sequence)
                    .forEach((metric, distribution) -> put(measures.putObject(metric.key()), metric, distribution));
        });
        ArrayNode cases = root.putArray("cases");
        for (CaseEvaluation c : table.cases()) {
            ObjectNode node = cases.addObject();
            node.put("patient", c.patientId());
            node.put("sequence", c.sequence().key());
            ObjectNode measures = node.putObject("measures");
            c.measures().forEach((metric, measure) -> put(measures, metric.key(), measure));
        }
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of numbers and text could not be written as JSON", e);
        }
    }

    private static void put(ObjectNode node, Metric metric, Distribution distribution) {
        node.put("title", metric.title());
        node.put("unit", metric.unit());
        node.put("defined", distribution.defined());
        node.put("undefined", distribution.undefined());
        put(node, "mean", distribution.mean());
        put(node, "sd", distribution.sd());
        put(node, "median", distribution.median());
        put(node, "minimum", distribution.minimum());
        put(node, "maximum", distribution.maximum());
        distribution
                .meanInterval()
                .ifPresent(interval ->
                        node.putArray("meanInterval95").add(interval.low()).add(interval.high()));
    }

    private static void put(ObjectNode node, String key, Measure measure) {
        if (measure instanceof Measure.Value value) {
            node.put(key, value.value());
        } else if (measure instanceof Measure.Undefined undefined) {
            node.putObject(key).put("undefined", undefined.reason());
        }
    }
}
