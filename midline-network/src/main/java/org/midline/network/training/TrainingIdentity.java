package org.midline.network.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a training is: its configuration and its data. The same identity, the same code and the same number of threads on
 * the same kind of processor give the same weights.
 *
 * @param json {@code configuration} and {@code data}
 */
record TrainingIdentity(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    static TrainingIdentity of(TrainingConfiguration configuration, JsonNode data) {
        var json = JSON.createObjectNode();
        json.set("configuration", JSON.valueToTree(configuration));
        json.set("data", data);
        return ofText(json.toString());
    }

    private static TrainingIdentity ofText(String text) {
        try {
            return new TrainingIdentity(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new TrainingIdentity(MissingNode.getInstance());
        }
    }

    String text() {
        return json.toString();
    }

    /** What another identity has otherwise: where, there, and here; empty if it is the same. */
    List<String> differences(String other) {
        List<String> differences = new ArrayList<>();
        collect("", ofText(other).json, json, differences);
        return differences;
    }

    private static void collect(String where, JsonNode there, JsonNode here, List<String> differences) {
        if (there.isObject() && here.isObject()) {
            var names = new TreeSet<String>();
            there.fieldNames().forEachRemaining(names::add);
            here.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                collect(where.isEmpty() ? name : where + "." + name, there.path(name), here.path(name), differences);
            }
        } else if (!there.equals(here)) {
            differences.add("%s: %s there, %s here".formatted(where, shown(there), shown(here)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
