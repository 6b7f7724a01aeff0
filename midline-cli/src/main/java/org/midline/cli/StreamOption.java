package org.midline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.network.data.Task;
import org.midline.network.training.FreshPatches;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a training sees beside its cohort. */
final class StreamOption {
    private static final double USUAL_SHARE = 0.5;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--stream",
            paramLabel = "DIR",
            description = "Anatomies of 'midline phantom anatomies': fresh images of them, none of them twice.")
    private Path stream;

    @Option(
            names = "--stream-share",
            paramLabel = "SHARE",
            description =
                    "Share of the patches that are fresh images, above 0 to 1; the rest are the cohort's (default: "
                            + "0.5).")
    private Double share;

    /** @throws ParameterException naming the option that makes no sense */
    void check() {
        if (share != null && stream == null) {
            throw new ParameterException(spec.commandLine(), "--stream-share needs --stream");
        }
        if (share != null && !(share > 0 && share <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--stream-share %s: expected above 0, up to 1".formatted(share));
        }
    }

    /** @param sequence empty for the localiser */
    Optional<FreshPatches> patches(Task task, Optional<Sequence> sequence, long seed) {
        return Optional.ofNullable(stream)
                .map(folder -> StreamedPatches.read(folder, task, sequence, seed))
                .map(source -> new FreshPatches(source, share()));
    }

    /** As part of a command that can be typed again, with a blank before it; empty if there is no stream. */
    String asTyped() {
        return stream == null ? "" : " --stream ANATOMIES --stream-share " + share();
    }

    private double share() {
        return share == null ? USUAL_SHARE : share;
    }
}
