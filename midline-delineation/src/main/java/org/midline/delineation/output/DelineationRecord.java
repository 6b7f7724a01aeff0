package org.midline.delineation.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.delineation.CodeVersion;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.ModelIdentity;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.Timings;
import org.midline.delineation.input.ImageSource;
import org.midline.delineation.input.SequenceImage;
import org.midline.dicom.SetAside;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Measure;

/** {@code delineation.json}: results, inputs, models, parameters and timings, for programs and for the file. */
final class DelineationRecord {
    static final String FILE_NAME = "delineation.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final StudyDelineation delineation;
    private final Comparison comparison;

    DelineationRecord(StudyDelineation delineation, Comparison comparison) {
        this.delineation = delineation;
        this.comparison = comparison;
    }

    /** @param files the other files of the result, with what is in them */
    String json(LocalDateTime now, boolean synthetic, Map<String, String> files) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("status", "UNAPPROVED");
        root.put("use", "research only; not a medical device");
        root.put("created", now.truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("synthetic", synthetic);
        var code = root.putObject("code");
        code.put("name", "midline");
        code.put("version", CodeVersion.current().version());
        code.put("commit", CodeVersion.current().commit());
        root.put("patientId", delineation.study().patientId());
        delineation.reference().ifPresent(sequence -> root.put("reference", sequence.key()));
        ObjectNode sequences = root.putObject("sequences");
        delineation.results().forEach((sequence, result) -> sequence(sequences.putObject(sequence.key()), sequence));
        delineation.localiser().ifPresent(model -> model(root.putObject("localiser"), model));
        parameters(root.putObject("parameters"));
        var setAside = root.putArray("setAside");
        for (SetAside each : delineation.study().setAside()) {
            setAside.addObject().put("what", each.what()).put("reason", each.reason());
        }
        ObjectNode written = root.putObject("files");
        files.forEach(written::put);
        return JSON.writeValueAsString(root) + "\n";
    }

    private void sequence(ObjectNode node, Sequence sequence) {
        Delineation result = delineation.results().get(sequence);
        if (result instanceof Found found) {
            node.put("result", "found");
            node.put("volumeMl", rounded(found.gtv().volumeMl()));
            node.put("threshold", found.threshold());
            point(node, "regionCentreLps", found.regionCentreLps());
            strings(node, "cautions", found.cautions());
            timings(node, found.timings());
        } else if (result instanceof NothingFound nothing) {
            node.put("result", "nothing found");
            node.put("reason", nothing.reason());
            timings(node, nothing.timings());
        } else if (result instanceof Refused refused) {
            node.put("result", "refused");
            node.put("reason", refused.reason());
        }
        input(node.putObject("input"), delineation.study().images().get(sequence));
        if (delineation.models().containsKey(sequence)) {
            model(node.putObject("model"), delineation.models().get(sequence));
        }
        if (comparison.evaluations().containsKey(sequence)) {
            measures(node.putObject("measures"), comparison.evaluations().get(sequence));
        }
    }

    private static void input(ObjectNode node, SequenceImage image) {
        if (image.source() instanceof ImageSource.Dicom dicom) {
            node.put("studyInstanceUid", dicom.series().patientStudy().studyInstanceUid());
            node.put("seriesInstanceUid", dicom.series().seriesInstanceUid());
            node.put("frameOfReferenceUid", dicom.series().frameOfReferenceUid());
            node.put("slices", dicom.series().slices().size());
        } else if (image.source() instanceof ImageSource.Nifti nifti) {
            node.put("file", nifti.file().getFileName().toString());
            node.put("placement", nifti.placement());
        }
        VoxelGrid grid = image.volume().grid();
        node.putArray("voxels").add(grid.sizeI()).add(grid.sizeJ()).add(grid.sizeK());
        node.putArray("spacingMm")
                .add(rounded(grid.spacingMm(0)))
                .add(rounded(grid.spacingMm(1)))
                .add(rounded(grid.spacingMm(2)));
        node.put("imageSha256", ImageHash.sha256(image.volume()));
        strings(node, "recognition", image.recognition());
    }

    private static void model(ObjectNode node, ModelIdentity model) {
        node.put("name", model.name());
        node.put("version", model.version());
        node.put("sha256", model.sha256());
        node.put("trainedOn", model.trainedOn());
    }

    private static void timings(ObjectNode node, Timings timings) {
        node.putObject("timingsMs")
                .put("localise", timings.localiseMs())
                .put("segment", timings.segmentMs())
                .put("nativeGrid", timings.nativeGridMs());
    }

    private void parameters(ObjectNode node) {
        PlausibilityRules rules = delineation.rules();
        node.put("smallestImageMm", rules.smallestImageMm());
        node.put("smallestTumourMl", rules.smallestTumourMl());
        node.put("smallestShareOfLargest", rules.smallestShareOfLargest());
        node.put("largestTumourMl", rules.largestTumourMl());
        node.put("fillHoles", rules.fillHoles());
    }

    private static void measures(ObjectNode node, CaseEvaluation evaluation) {
        evaluation.measures().forEach((metric, measure) -> {
            if (measure instanceof Measure.Value value) {
                node.put(metric.key(), Math.round(value.value() * 1e6) / 1e6);
            } else {
                node.putNull(metric.key());
            }
        });
    }

    private static void point(ObjectNode node, String name, Vec3 point) {
        node.putArray(name).add(rounded(point.x())).add(rounded(point.y())).add(rounded(point.z()));
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        var array = node.putArray(name);
        values.forEach(array::add);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
