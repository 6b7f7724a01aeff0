package org.midline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.delineation.Delineator;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.experiment.CaseStore;
import org.midline.delineation.experiment.CohortMeasurement;
import org.midline.delineation.experiment.EvaluationFacts;
import org.midline.delineation.experiment.ExemplarPictures;
import org.midline.delineation.experiment.ExpertTable;
import org.midline.delineation.experiment.MeasuredCase;
import org.midline.delineation.experiment.PatientGroups;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.report.CohortReport;
import org.midline.evaluation.report.ExemplarPicture;
import org.midline.network.model.ModelCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code midline evaluate}. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Delineate every patient of a cohort's split and compare with the expert: DSC, HD95, volumes.",
            "Each patient goes the whole way that 'segment' goes: locate, predict, clean up, back to the native grid.",
            "Run again after an interruption, it goes on where it stopped.",
            ""
        },
        footer = {
            "",
            "Written into --out: evaluation.html (tables, plots and pictures; opens and prints without a network), "
                    + "evaluation.txt, evaluation.csv (a row per patient), evaluation_summary.csv, evaluation_subgroups.txt "
                    + "(DSC by centre, site, volume and what else is known), evaluation.json; "
                    + "and cases/ with a file for each image.",
            "",
            "Examples:",
            "  midline evaluate --cohort cohort --out measured",
            "  midline evaluate --cohort cohort --split validation --sequence t2 --model my-t2 --out measured",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final String CASES = "cases";

    @Spec
    private CommandSpec spec;

    @Option(names = "--cohort", required = true, paramLabel = "DIR", description = "Folder of the cohort.")
    private Path cohortFolder;

    @Mixin
    private CohortInput input;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "test",
            converter = SplitConverter.class,
            description = "train, validation or test (default: ${DEFAULT-VALUE}).")
    private Split split;

    @Option(
            names = "--sequence",
            paramLabel = "SEQUENCE",
            split = ",",
            converter = SequenceConverter.class,
            description = "t1c, t2, flair, or several with commas (default: all that there are models for).")
    private List<Sequence> sequences;

    @Mixin
    private ModelOption model;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for tables and report.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace earlier tables and report in --out.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Cohort cohort = input.open(cohortFolder).cohort();
        ModelFolders models = model.read();
        List<Sequence> wanted = sequences(cohort, models);
        try (OutputFolder folder = OutputFolder.resume(out, "evaluation.json", CASES, overwrite);
                var delineator = model.delineator(spec.commandLine().getErr())) {
            var store = new CaseStore(out.resolve(CASES), models.fingerprint());
            List<MeasuredCase> cases = measure(new CohortMeasurement(delineator, store), cohort, wanted);
            var table = new EvaluationTable(
                    title(cohort, models),
                    cases.stream().map(MeasuredCase::againstTruth).toList());
            table.write(folder.unfinished());
            WholeFile.writeText(
                    folder.unfinished().resolve("evaluation_subgroups.txt"),
                    PatientGroups.of(table, cohort).text());
            new CohortReport(
                            "Evaluation of %s, split %s".formatted(cohort.name(), split.key()),
                            cohort.synthetic(),
                            table,
                            ExpertTable.of(cases, table.bootstrapSeed()).stream()
                                    .toList(),
                            pictures(delineator, cohort, table),
                            EvaluationFacts.of(cohort, split, models, LocalDateTime.now(ZoneId.systemDefault())))
                    .write(folder.unfinished().resolve("evaluation.html"));
            folder.publish(List.of("evaluation*"));
            spec.commandLine().getOut().println(table.text());
            spec.commandLine().getOut().println("Tables and report are in " + out);
        }
        return ExitCodes.DONE;
    }

    private List<Sequence> sequences(Cohort cohort, ModelFolders models) {
        var wanted = new TreeSet<>(sequences == null ? models.segmenters().keySet() : sequences);
        for (Sequence sequence : wanted) {
            if (!models.segmenters().containsKey(sequence)) {
                throw new InputRefusedException("No model for %s, only for %s; give one with --model"
                        .formatted(
                                sequence.title(),
                                ResultPrinter.titles(models.segmenters().keySet())));
            }
        }
        if (wanted.stream()
                .allMatch(sequence -> cohort.patients(split, sequence).isEmpty())) {
            throw new InputRefusedException("%s: no patient in split '%s' has an image of %s"
                    .formatted(cohortFolder, split.key(), ResultPrinter.titles(wanted)));
        }
        return List.copyOf(wanted);
    }

    private List<MeasuredCase> measure(CohortMeasurement measurement, Cohort cohort, List<Sequence> wanted)
            throws IOException {
        try (var progress = new ProgressLine(spec.commandLine().getErr(), Installation.terminal(), "images")) {
            return measurement.measure(cohort, List.of(split), wanted, progress::done);
        }
    }

    private List<ExemplarPicture> pictures(Delineator delineator, Cohort cohort, EvaluationTable table) {
        try (var progress = new ProgressLine(spec.commandLine().getErr(), Installation.terminal(), "pictures")) {
            return ExemplarPictures.draw(delineator, cohort, table, progress::done);
        }
    }

    private String title(Cohort cohort, ModelFolders models) {
        return "%s%s, split %s; models %s"
                .formatted(
                        cohort.name(),
                        cohort.synthetic() ? " (SYNTHETIC patients)" : "",
                        split.key(),
                        models.segmenters().values().stream()
                                .map(folder -> named(folder.card()))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static String named(ModelCard card) {
        return "%s %s (%.12s)".formatted(card.name(), card.version(), card.sha256());
    }
}
