package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.delineation.Delineator;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.calibration.ThresholdSweep;
import org.midline.delineation.input.NiftiInput;
import org.midline.network.model.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code midline calibrate}. */
@Command(
        name = "calibrate",
        sortOptions = false,
        description = {
            "Choose the threshold of each model by the mean DSC of a cohort's validation patients, and write it on the "
                    + "model's card.",
            "The patients are delineated the whole way, on their native grids. Test patients are not looked at.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  midline train --cohort cohort --sequence t2 --out models/t2",
            "  midline calibrate --cohort cohort --model models/t2",
            ""
        })
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--cohort", required = true, paramLabel = "DIR", description = "Folder with cohort.json.")
    private Path cohortFolder;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "Folder of one model, or of several in folders of their own; their cards are changed.")
    private Path modelFolder;

    @Override
    public Integer call() throws IOException {
        Cohort cohort = Cohort.read(cohortFolder);
        ModelFolders models = ModelFolders.read(modelFolder, ModelOption.shipped());
        PrintWriter err = spec.commandLine().getErr();
        try (var delineator =
                new Delineator(models.open(warning -> err.println("midline: " + warning)), PlausibilityRules.USUAL)) {
            for (var entry : models.segmenters().entrySet()) {
                calibrate(cohort, delineator, entry.getKey(), entry.getValue());
            }
        }
        return ExitCodes.DONE;
    }

    private void calibrate(Cohort cohort, Delineator delineator, Sequence sequence, ModelFolder model)
            throws IOException {
        List<CohortPatient> patients = cohort.patients().stream()
                .filter(patient ->
                        patient.split() == Split.VALIDATION && patient.images().containsKey(sequence))
                .toList();
        if (patients.isEmpty()) {
            throw new InputRefusedException("%s: no validation patient with %s; a threshold is not chosen on others"
                    .formatted(cohortFolder, sequence.title()));
        }
        var sweep = new ThresholdSweep(PlausibilityRules.USUAL);
        try (var progress = new ProgressLine(spec.commandLine().getErr(), Installation.terminal(), "images")) {
            for (int n = 0; n < patients.size(); n++) {
                CohortImage files = patients.get(n).images().get(sequence);
                Mask truth = files.readGtv();
                if (!truth.isEmpty()) {
                    var study = NiftiInput.read(Map.of(sequence, files.image()));
                    sweep.add(delineator.search(study.images().get(sequence)), truth);
                }
                progress.done(n + 1, patients.size(), patients.get(n).id(), true);
            }
        }
        ThresholdSweep.Row best = sweep.best();
        String measure = "%s%s, %d validation patients, native grid: mean DSC"
                .formatted(cohort.name(), cohort.synthetic() ? " (synthetic)" : "", sweep.patients());
        model.withThreshold(best.threshold(), measure, best.meanDsc());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s%n", sequence.title(), measure);
        out.println(sweep.text());
    }
}
