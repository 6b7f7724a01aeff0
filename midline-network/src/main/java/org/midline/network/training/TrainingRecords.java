package org.midline.network.training;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.midline.core.file.WholeFile;
import org.midline.network.tensorboard.EventFile;

/**
 * What a training writes down for those who watch it: {@code training.csv}, {@code validation.csv}, {@code previews/} and
 * {@code events/} for TensorBoard. Gone on with from some step, it forgets what was written after that step.
 */
final class TrainingRecords implements Closeable {
    private static final String PREVIEWS = "previews";

    private final Path folder;
    private final List<String> outputs;
    private final StepTable losses;
    private final StepTable looks;
    private final EventFile events;

    private TrainingRecords(Path folder, List<String> outputs, StepTable losses, StepTable looks, EventFile events) {
        this.folder = folder;
        this.outputs = outputs;
        this.losses = losses;
        this.looks = looks;
        this.events = events;
    }

    /**
     * @param outputs the names of the network's outputs
     * @param lastStep that is gone on from
     */
    static TrainingRecords open(Path folder, List<String> outputs, long lastStep) throws IOException {
        forgetPreviews(folder.resolve(PREVIEWS), lastStep);
        StepTable losses = StepTable.open(folder.resolve("training.csv"), "step,loss,critic,rate", lastStep);
        StepTable looks =
                StepTable.open(folder.resolve("validation.csv"), "step," + String.join(",", outputs), lastStep);
        EventFile events = EventFile.begin(folder.resolve("events"), lastStep + 1, InstantSource.system());
        return new TrainingRecords(folder, outputs, losses, looks, events);
    }

    private static void forgetPreviews(Path previews, long lastStep) throws IOException {
        if (!Files.isDirectory(previews)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(previews, "step-*.png")) {
            for (Path file : files) {
                if (file.getFileName().toString().compareTo(previewName(lastStep)) > 0) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String previewName(long step) {
        return "step-%06d.png".formatted(step);
    }

    /** The losses of the steps before. */
    List<Double> earlierLosses() {
        return losses.kept().stream()
                .map(row -> Double.parseDouble(row.split(",", -1)[1]))
                .toList();
    }

    void step(long step, Lesson.Losses cost, double rate) throws IOException {
        boolean critic = !Double.isNaN(cost.critic());
        losses.add(String.format(
                Locale.ROOT,
                "%d,%.6f,%s,%.3e",
                step,
                cost.overlap(),
                critic ? String.format(Locale.ROOT, "%.6f", cost.critic()) : "",
                rate));
        events.scalar(step, "loss/generator", cost.overlap());
        if (critic) {
            events.scalar(step, "loss/critic", cost.critic());
        }
        events.scalar(step, "rate", rate);
    }

    void look(long step, ValidationResult result, Preview preview) throws IOException {
        var row = new StringBuilder().append(step);
        for (int n = 0; n < result.diceByOutput().size(); n++) {
            double dice = result.diceByOutput().get(n);
            row.append(String.format(Locale.ROOT, ",%.5f", dice));
            events.scalar(step, "validation_dsc/" + outputs.get(n), dice);
        }
        looks.add(row.toString());
        if (!preview.isEmpty()) {
            byte[] png = preview.png();
            WholeFile.write(folder.resolve(PREVIEWS).resolve(previewName(step)), out -> out.write(png));
            events.picture(step, "validation", preview.width(), preview.height(), png);
        }
        flush();
    }

    void flush() throws IOException {
        losses.flush();
        looks.flush();
        events.flush();
    }

    /** Everything is on the disk afterwards: a checkpoint never knows of a step that the tables do not. */
    void force() throws IOException {
        losses.force();
        looks.force();
        events.flush();
    }

    @Override
    public void close() throws IOException {
        try (losses;
                looks;
                events) {
            flush();
        }
    }
}
