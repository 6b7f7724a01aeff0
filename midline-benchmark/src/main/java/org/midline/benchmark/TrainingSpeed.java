package org.midline.benchmark;

import java.io.IOException;
import java.util.Locale;
import org.midline.network.data.Task;
import org.midline.network.engine.ConvolutionSpeed;
import org.midline.network.engine.Engine;

/** Prints where the time of a step of training goes, and how fast its arithmetic is beside what the processor can do. */
public final class TrainingSpeed {
    private TrainingSpeed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Engine.prepare();
        System.out.printf("%d threads, %s%n%n", Engine.threads(), Engine.cpuCapability());
        System.out.printf("%-32s %10s %10s   GFLOP/s%n", "convolution of 2 images", "forward", "training");
        for (ConvolutionSpeed speed : ConvolutionSpeed.ofTheUsualSegmenter()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %10.1f %10.1f%n",
                    "%s at %d^3".formatted(speed.shape(), speed.voxels()),
                    speed.forward(),
                    speed.training());
        }
        for (Task task : Task.values()) {
            System.out.printf("%n%s: ", task.name().toLowerCase(Locale.ROOT));
            TrainingStep.run(task, line -> {
                if (line.startsWith("A step took")) {
                    System.out.println(line);
                }
            });
        }
    }
}
