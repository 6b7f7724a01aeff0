package org.midline.phantom.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A JSON object of a file that people write: every key has to be known and every value of its kind, and what is not is
 * refused by file and place, found against expected.
 */
final class KeyedObject {
    private final String file;
    private final String path;
    private final JsonNode node;
    private final TreeSet<String> known = new TreeSet<>();

    KeyedObject(String file, String path, JsonNode node) throws IOException {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw refusal("", "found " + node + ", expected an object");
        }
    }

    /** Refuses keys that nobody has asked for. */
    void refuseOtherKeys() throws IOException {
        for (var keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw refusal(key, "unknown key; expected one of " + String.join(", ", known));
            }
        }
    }

    boolean has(String key) {
        known.add(key);
        return node.has(key);
    }

    String text(String key) throws IOException {
        JsonNode value = value(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw refusal(key, "found " + value + ", expected text");
        }
        return value.asText();
    }

    boolean flag(String key) throws IOException {
        JsonNode value = value(key);
        if (!value.isBoolean()) {
            throw refusal(key, "found " + value + ", expected true or false");
        }
        return value.asBoolean();
    }

    double number(String key, double least, double most) throws IOException {
        return number(key, value(key), least, most);
    }

    /** One number, or two: from and to. */
    Range range(String key, double least, double most) throws IOException {
        JsonNode value = value(key);
        if (value.isNumber()) {
            double only = number(key, value, least, most);
            return new Range(only, only);
        }
        if (!value.isArray() || value.size() != 2) {
            throw refusal(key, "found " + value + ", expected a number or [from, to]");
        }
        double from = number(key, value.get(0), least, most);
        double to = number(key, value.get(1), least, most);
        if (from > to) {
            throw refusal(key, "found " + value + ", expected the smaller number first");
        }
        return new Range(from, to);
    }

    /** Something that only some images have; never if the key is missing. */
    Occasional occasional(String key, double most) throws IOException {
        if (!has(key)) {
            return Occasional.NEVER;
        }
        KeyedObject object = object(key);
        var occasional = new Occasional(object.number("probability", 0, 1), object.range("strength", 0, most));
        object.refuseOtherKeys();
        return occasional;
    }

    /** An object of names with weights. */
    <T> Weighted<T> weighted(String key, String expected, Function<String, T> valueOf) throws IOException {
        KeyedObject object = object(key);
        List<T> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (var names = object.node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            try {
                values.add(valueOf.apply(name));
            } catch (IllegalArgumentException e) {
                throw object.refusal(name, "unknown; expected " + expected, e);
            }
            double weight = object.number(name, 0, 1e6);
            weights.add(weight);
            sum += weight;
        }
        if (sum <= 0) {
            throw refusal(key, "expected at least one weight above 0");
        }
        return new Weighted<>(values, weights);
    }

    KeyedObject object(String key) throws IOException {
        return new KeyedObject(file, place(key), value(key));
    }

    /** At least one. */
    List<KeyedObject> objects(String key) throws IOException {
        JsonNode value = value(key);
        if (!value.isArray() || value.isEmpty()) {
            throw refusal(key, "found " + value + ", expected a list of at least one");
        }
        List<KeyedObject> objects = new ArrayList<>();
        for (int n = 0; n < value.size(); n++) {
            objects.add(new KeyedObject(file, place(key) + "[" + n + "]", value.get(n)));
        }
        return objects;
    }

    IOException refusal(String key, String what) {
        return refusal(key, what, null);
    }

    private IOException refusal(String key, String what, Throwable cause) {
        String where = key.isEmpty() ? path : place(key);
        return new IOException(file + ": " + (where.isEmpty() ? "" : where + ": ") + what, cause);
    }

    private JsonNode value(String key) throws IOException {
        if (!has(key)) {
            throw refusal(key, "missing");
        }
        return node.get(key);
    }

    private double number(String key, JsonNode value, double least, double most) throws IOException {
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            throw refusal(key, "found %s, expected a number from %s to %s".formatted(value, least, most));
        }
        return value.asDouble();
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
