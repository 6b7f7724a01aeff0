package org.midline.phantom.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.FieldStrength;

/**
 * A hospital: what its scanners are and how they are used, as distributions that visits and protocols are drawn from.
 * Read from a JSON file; its keys are in {@code docs/howto-phantom.md}. Immutable.
 */
public final class Centre {
    /** What is usual anywhere: wide ranges, for training. */
    public static final Centre USUAL = builtIn("usual");

    private final String definition;
    private final String name;
    private final Weighted<FieldStrength> fields;
    private final Weighted<Vendor> vendors;
    private final Weighted<Presentation> presentations;
    private final double offsetMm;
    private final ArtefactPlan artefacts;
    private final Map<Sequence, Weighted<SeriesPlan>> series = new EnumMap<>(Sequence.class);

    private Centre(String source, JsonNode root) throws IOException {
        var file = new KeyedObject(source, "", root);
        definition = root.toString();
        name = file.text("name");
        fields = file.weighted("fieldTesla", "1.5 or 3", Centre::field);
        vendors =
                file.weighted("vendors", "siemens, ge or philips", key -> Vendor.valueOf(key.toUpperCase(Locale.ROOT)));
        presentations = file.weighted(
                "presentations",
                "whole, defaced or stripped",
                key -> Presentation.valueOf(key.toUpperCase(Locale.ROOT)));
        offsetMm = file.number("offsetMm", 0, 40);
        artefacts = ArtefactPlan.read(file.object("artefacts"));
        KeyedObject sequences = file.object("sequences");
        for (Sequence sequence : Sequence.values()) {
            series.put(sequence, plans(sequences.objects(sequence.key())));
        }
        sequences.refuseOtherKeys();
        file.refuseOtherKeys();
    }

    /**
     * One of the centres that come with Midline.
     *
     * @param name {@code a} (1.5 and 3 T, axial T2 and FLAIR of 4 to 5 mm, T1C mostly MPRAGE), {@code b} (3 T, other
     *     makers, thicker T2, FLAIR mostly in 3-D, T1C mostly spin echo, more motion) or {@code usual} (all of it)
     */
    public static Centre builtIn(String name) {
        String resource = "centre-" + name + ".json";
        try (var stream = Centre.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("Centre " + name + ": expected a, b or usual");
            }
            return new Centre(resource, new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + resource + " cannot be read", e);
        }
    }

    /**
     * A centre of one's own.
     *
     * @throws IOException if the file cannot be read or says something that is not known here; the message names file,
     *     key, what was found and what was expected
     */
    public static Centre read(Path file) throws IOException {
        JsonNode root;
        try {
            root = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": not JSON: " + e.getOriginalMessage(), e);
        }
        return new Centre(file.toString(), root);
    }

    /** A short word, in lower case. */
    public String name() {
        return name;
    }

    /** What the images of one study have in common. */
    public Visit drawVisit(Draw draw) {
        return new Visit(fields.draw(draw), vendors.draw(draw), presentations.draw(draw));
    }

    /**
     * How one sequence of a visit is acquired.
     *
     * @param headCentreLps the middle of the head, about which slices are placed
     */
    public Protocol drawProtocol(Sequence sequence, Visit visit, Vec3 headCentreLps, Draw draw) {
        SeriesPlan plan = series.get(sequence).draw(draw);
        return ProtocolDraw.draw(sequence, visit, plan, artefacts, offsetMm, headCentreLps, draw);
    }

    /** The whole definition, as JSON in one line: two centres that print the same draw the same. */
    @Override
    public String toString() {
        return definition;
    }

    private static Weighted<SeriesPlan> plans(List<KeyedObject> objects) throws IOException {
        List<SeriesPlan> plans = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (KeyedObject object : objects) {
            shares.add(object.number("share", 0, 1));
            plans.add(SeriesPlan.read(object));
            object.refuseOtherKeys();
        }
        return new Weighted<>(plans, shares);
    }

    private static FieldStrength field(String tesla) {
        for (FieldStrength field : FieldStrength.values()) {
            if (field.tesla() == Double.parseDouble(tesla)) {
                return field;
            }
        }
        throw new IllegalArgumentException(tesla);
    }
}
