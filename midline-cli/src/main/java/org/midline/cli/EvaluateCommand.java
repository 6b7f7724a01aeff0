package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineator;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.input.NiftiInput;
import org.midline.delineation.output.Comparison;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
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
            ""
        },
        footer = {
            "",
            "Written into --out: evaluation.txt, evaluation.csv (a row per patient), evaluation_summary.csv, "
                    + "evaluation.json.",
            "",
            "Examples:",
            "  midline evaluate --cohort cohort --out measured",
            "  midline evaluate --cohort cohort --split validation --sequence t2 --model my-t2 --out measured",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {

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

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the tables.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace earlier tables in --out.")
    private boolean overwrite;

    private record Case(CohortPatient patient, Sequence sequence) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Cohort cohort = input.open(cohortFolder).cohort();
        ModelFolders models = model.read();
        List<Case> cases = cases(cohort, models);
        try (OutputFolder folder = OutputFolder.begin(out, "evaluation.json", overwrite);
                var delineator = model.delineator(err);
                var progress = new ProgressLine(err, Installation.terminal(), "images")) {
            List<CaseEvaluation> evaluations = new ArrayList<>();
            for (Case each : cases) {
                evaluations.add(evaluate(delineator, each));
                progress.done(
                        evaluations.size(),
                        cases.size(),
                        each.patient().id() + " " + each.sequence().title(),
                        true);
            }
            var table = new EvaluationTable(title(cohort, models), evaluations);
            table.write(folder.unfinished());
            folder.publish(List.of("evaluation*"));
            spec.commandLine().getOut().println(table.text());
            spec.commandLine().getOut().println("Tables are in " + out);
        }
        return ExitCodes.DONE;
    }

    private List<Case> cases(Cohort cohort, ModelFolders models) {
        var wanted = new TreeSet<>(sequences == null ? models.segmenters().keySet() : sequences);
        List<Case> cases = new ArrayList<>();
        for (Sequence sequence : wanted) {
            if (!models.segmenters().containsKey(sequence)) {
                throw new InputRefusedException("No model for %s, only for %s; give one with --model"
                        .formatted(
                                sequence.title(),
                                ResultPrinter.titles(models.segmenters().keySet())));
            }
            cohort.patients(split, sequence).forEach(patient -> cases.add(new Case(patient, sequence)));
        }
        if (cases.isEmpty()) {
            throw new InputRefusedException("%s: no patient in split '%s' has an image of %s"
                    .formatted(cohortFolder, split.key(), ResultPrinter.titles(wanted)));
        }
        return cases;
    }

    private static CaseEvaluation evaluate(Delineator delineator, Case each) {
        var files = each.patient().images().get(each.sequence());
        var study = NiftiInput.read(Map.of(each.sequence(), files.image()));
        Delineation result = delineator.delineate(study.images().get(each.sequence()));
        Mask truth = files.readGtv();
        return Comparison.evaluate(each.patient().id(), each.sequence(), truth, result);
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
