package org.midline.benchmark;

import java.util.Collection;
import java.util.Locale;
import org.midline.network.data.Task;
import org.midline.network.training.TrainingConfiguration;
import org.midline.phantom.stream.View;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that the command line names, as JMH has it, or all; then sets a fresh sample against a step of
 * training.
 */
public final class Benchmarks {
    private static final String SAMPLE = "FreshSampleBenchmark";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var options =
                new OptionsBuilder().parent(new CommandLineOptions(arguments)).build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().contains(SAMPLE)) {
                compare(
                        View.valueOf(result.getParams().getParam("view")),
                        result.getPrimaryResult().getScore());
            }
        }
    }

    private static void compare(View view, double sampleMs) throws Exception {
        Task task = view == View.HEAD ? Task.LOCALISER : Task.SEGMENTER;
        int batchSize = TrainingConfiguration.of(task, 1, 1).batchSize();
        double stepMs = TrainingStep.milliseconds(task);
        System.out.printf(
                Locale.ROOT,
                "%s: a fresh sample takes %.1f ms of one core, a step of training with %d patches %.0f ms; "
                        + "its patches cost %.1f %% of it%n",
                view,
                sampleMs,
                batchSize,
                stepMs,
                100 * batchSize * sampleMs / stepMs);
    }
}
