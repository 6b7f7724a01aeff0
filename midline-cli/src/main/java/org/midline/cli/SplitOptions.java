package org.midline.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.midline.cohort.SplitShares;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How patients are dealt out where their folder does not say. */
final class SplitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--split-shares",
            paramLabel = "T,V,T",
            split = ",",
            arity = "1",
            description = "Parts for training, validation and test where the folder gives no splits "
                    + "(default: 70,15,15).")
    private List<Double> parts = List.of();

    @Option(
            names = "--split-seed",
            paramLabel = "S",
            description = "The splits are drawn from it; keep it for one cohort (default: 1).")
    private long seed = 1;

    /** @throws ParameterException if they are not three, or make no sense */
    SplitShares shares() {
        if (parts.isEmpty()) {
            return SplitShares.USUAL;
        }
        double sum = parts.stream().mapToDouble(part -> part).sum();
        if (parts.size() != 3 || parts.stream().anyMatch(part -> !(part >= 0)) || !(sum > 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--split-shares %s: expected three numbers for training, validation and test, such as 70,15,15"
                            .formatted(typedShares()));
        }
        return new SplitShares(parts.get(0) / sum, parts.get(1) / sum, parts.get(2) / sum);
    }

    private String typedShares() {
        return parts.stream()
                .map(part -> part == Math.rint(part) ? String.valueOf(part.longValue()) : part.toString())
                .collect(Collectors.joining(","));
    }

    long seed() {
        return seed;
    }

    /** The options as they can be typed again, each with a blank before it. */
    String typed() {
        return (parts.isEmpty() ? "" : " --split-shares " + typedShares()) + (seed == 1 ? "" : " --split-seed " + seed);
    }
}
