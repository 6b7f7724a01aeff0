package org.midline.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.midline.delineation.CodeVersion;
import org.midline.network.training.CheckpointInterval;
import org.midline.network.training.RunControl;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How long a training goes on, and how its state is kept. */
final class LoopOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after N looks at the validation patients without a better one (default: never).")
    private int patience;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "STEPS|TIME",
            converter = IntervalConverter.class,
            defaultValue = "5min",
            description = "Save the state every so many steps or so often, as 200, 90s, 5min, 1h (default: "
                    + "${DEFAULT-VALUE}).")
    private CheckpointInterval checkpoints;

    @Option(names = "--resume", description = "Go on from the checkpoint in the folder.")
    private boolean resume;

    private static final class IntervalConverter implements ITypeConverter<CheckpointInterval> {
        @Override
        public CheckpointInterval convert(String text) {
            try {
                return CheckpointInterval.ofText(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** @throws ParameterException naming the option that makes no sense */
    void check() {
        if (patience < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--patience %d: expected 0 for never, or more".formatted(patience));
        }
    }

    int patience() {
        return patience;
    }

    RunControl control(BooleanSupplier stop, Consumer<String> log) {
        return new RunControl(resume, checkpoints, CodeVersion.current().toString(), stop, log);
    }

    /** As part of a command that can be typed again, with a blank before it; what changes no weights is left out. */
    String asTyped() {
        return patience == 0 ? "" : " --patience " + patience;
    }
}
