package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {

    static Stream<String> commands() {
        return Midline.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        var run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).startsWith("Usage: midline " + command).contains("Example");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theReferenceCohortExplainsItself() {
        var run = CommandRun.of("phantom", "reference", "--help");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).startsWith("Usage: midline phantom reference").contains("116", "Example");
    }

    @ParameterizedTest
    @CsvSource({"paper, test split once", "ablation, plain U-Net of the same cost", "coverage, holds the whole tumour"})
    void experimentsExplainThemselves(String experiment, String what) {
        var run = CommandRun.of("experiment", experiment, "--help");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Usage: midline experiment " + experiment)
                .contains(what, "Example");
    }

    @Test
    void helpTellsTheExitCodesAndThatThisIsResearch() {
        assertThat(CommandRun.of("--help").out())
                .contains("Exit codes: 0 done; 2 ", "3 the input was refused", "4 nothing", "5 an internal")
                .contains("not a medical device");
    }

    @Test
    void versionNamesReleaseAndCommit() {
        assertThat(CommandRun.of("--version").out()).matches("midline \\d+\\.\\d+\\.\\d+.* \\([^$]+\\)\\R");
    }

    @Test
    void withoutACommandTheHelpComesAsAnError() {
        var run = CommandRun.of();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).startsWith("Usage: midline");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgement                                      | Unmatched argument",
                "phantom --out x                              | --patients",
                "phantom --patients 0 --out x                 | expected at least one",
                "phantom --patients many --out x              | many",
                "phantom --patients 1 --tumour-free 2 --out x | expected 0 to 1",
                "phantom --patients 1 --split testing --out x | expected train, validation, test",
                "phantom --patients 1                         | --out",
                "phantom --patients 1 --format bids --out x   | expected plain, brats, nnunet, dicom",
                "phantom --patients 1 --centre c --out x      | expected usual, a, b",
                "phantom --patients 1 --real-share 1 --out x  | needs --heads",
                "phantom --patients 1 --sheet x.gif --out x   | expected .png",
                "phantom reference                            | --out",
                "phantom anatomies --out x                    | --patients",
                "phantom anatomies --patients 0 --out x       | expected at least one",
                "phantom anatomies --patients 1 --real-share 0.2 --out x | --heads",
                "experiment                                   | paper, ablation or coverage",
                "experiment paper --out x                     | --cohort",
                "experiment ablation --cohort a --sequence t2 --seeds 0 --out x | at least one",
                "train --cohort a --sequence t2 --out x --stream-share 0.5 | needs --stream",
                "train --cohort a --sequence t2 --out x --stream b --stream-share 0 | above 0",
                "train --cohort a --sequence t2 --out x --checkpoint-every often | 5min",
                "train --cohort a --sequence t2 --out x --patience -1 | --patience",
                "train --cohort a --sequence t2 --out x --fold 1 | needs --folds",
                "train --cohort a --sequence t2 --out x --folds 1 | at least 2",
                "train --cohort a --sequence t2 --out x --folds 3 --fold 4 | expected 1 to 3",
                "train --cohort a --localiser --out x --folds 3 | not for the localiser",
                "segment --out x                              | DICOM study or NIfTI",
                "segment a --t2 b.nii --out x                 | DICOM study or NIfTI",
                "segment --t2 b.nii --sequence t2 --out x     | --sequence is for a DICOM study",
                "segment a --sequence t3 --out x              | expected t1c, t2 or flair",
                "segment a                                    | --out",
                "evaluate --cohort a --out x --sequence t2,t9 | expected t1c, t2 or flair",
                "model                                        | Usage: midline model"
            })
    void aWrongCommandLineIsExplainedInTwoLines(String arguments, String reason) {
        var run = CommandRun.of((Object[]) arguments.strip().split(" +"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains(reason.strip()).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(CommandRun.of("completion").out()).contains("phantom", "segment", "--overwrite");
    }
}
