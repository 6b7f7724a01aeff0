package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.experiment.CaseStore;
import org.midline.delineation.experiment.CohortMeasurement;
import org.midline.delineation.experiment.MeasuredCase;
import org.midline.delineation.experiment.PaperTable;
import org.midline.network.model.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code midline experiment paper}. */
@Command(
        name = "paper",
        sortOptions = false,
        description = {
            "The table of the paper (Front Oncol 2025;15:1602516), on the reference cohort: every training and test "
                    + "patient delineated on T1C, T2 and T2-FLAIR, compared with the truth and with a simulated expert; "
                    + "and what is falsely found in the controls.",
            "Look at the test split once for each version of a model. Run again after an interruption, it goes on where "
                    + "it stopped.",
            ""
        },
        footer = {
            "",
            "Written into --out: paper.txt, paper.csv (a row per case), and cases/ with a file for each.",
            "",
            "Example:",
            "  midline phantom reference --out reference",
            "  midline experiment paper --cohort reference --out table",
            ""
        })
final class PaperCommand implements Callable<Integer> {
    private static final String CONTROLS = "controls";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cohort",
            required = true,
            paramLabel = "DIR",
            description = "Folder of 'midline phantom reference', or any with cohort.json; patients without tumour in "
                    + "its folder 'controls'.")
    private Path cohortFolder;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            split = ",",
            defaultValue = "train,test",
            converter = SplitConverter.class,
            description = "Which patients (default: ${DEFAULT-VALUE}).")
    private List<Split> splits;

    @Mixin
    private ModelOption model;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the table.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Cohort cohort = Cohort.read(cohortFolder);
        ModelFolders models = model.read();
        List<Sequence> sequences = List.copyOf(new TreeMap<>(models.segmenters()).keySet());
        Path controlsFolder = cohortFolder.resolve(CONTROLS);
        PaperTable table;
        try (var delineator = model.delineator(spec.commandLine().getErr())) {
            var store = new CaseStore(out.resolve("cases"), models.fingerprint());
            var measurement = new CohortMeasurement(delineator, store);
            List<MeasuredCase> cases = measure(measurement, cohort, splits, sequences);
            List<MeasuredCase> controls = Files.exists(controlsFolder.resolve(Cohort.FILE_NAME))
                    ? measure(measurement, Cohort.read(controlsFolder), List.of(Split.TEST), sequences)
                    : List.of();
            table = new PaperTable(title(cohort, models), cases, controls);
        }
        WholeFile.writeText(out.resolve("paper.txt"), table.text());
        WholeFile.writeText(out.resolve("paper.csv"), table.csv());
        spec.commandLine().getOut().println(table.text());
        return ExitCodes.DONE;
    }

    private List<MeasuredCase> measure(
            CohortMeasurement measurement, Cohort cohort, List<Split> wanted, List<Sequence> sequences)
            throws IOException {
        try (var progress = new ProgressLine(spec.commandLine().getErr(), Installation.terminal(), "images")) {
            return measurement.measure(cohort, wanted, sequences, progress::done);
        }
    }

    private static String title(Cohort cohort, ModelFolders models) {
        return "%s%s; models %s"
                .formatted(
                        cohort.name(),
                        cohort.synthetic() ? " (SYNTHETIC patients)" : "",
                        models.segmenters().values().stream()
                                .map(ModelFolder::card)
                                .map(card -> "%s %s (%.12s)".formatted(card.name(), card.version(), card.sha256()))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }
}
