package org.midline.network.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several networks of one shape in one file of weights: each tensor's name has its member's before it, as in {@code
 * member.2/encoder.0.weight}. A file of a single network has plain names.
 */
public final class Ensemble {
    private static final Pattern NAME = Pattern.compile("member\\.([0-9]{1,4})/(.+)");

    private Ensemble() {}

    /** The weights of all members in one. */
    public static TensorFile join(List<TensorFile> members) {
        var tensors = new LinkedHashMap<String, FloatArray>();
        for (int n = 0; n < members.size(); n++) {
            String prefix = "member.%d/".formatted(n + 1);
            members.get(n).tensors().forEach((name, array) -> tensors.put(prefix + name, array));
        }
        return new TensorFile(tensors, Map.of("format", "midline-ensemble/1"));
    }

    /** The weights of each member, in order; a single network is the only member. */
    public static List<TensorFile> members(TensorFile weights) {
        var members = new TreeMap<Integer, Map<String, FloatArray>>();
        weights.tensors().forEach((name, array) -> {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                members.computeIfAbsent(Integer.valueOf(matcher.group(1)), key -> new LinkedHashMap<>())
                        .put(matcher.group(2), array);
            }
        });
        if (members.isEmpty()) {
            return List.of(weights);
        }
        List<TensorFile> files = new ArrayList<>();
        members.values().forEach(tensors -> files.add(new TensorFile(tensors, weights.metadata())));
        return files;
    }
}
