package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.core.nifti.NiftiReader;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.RegionFinder;
import org.midline.delineation.experiment.CoverageTable;
import org.midline.delineation.experiment.RegionCoverage;
import org.midline.delineation.input.NiftiInput;
import org.midline.network.image.WorkingGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code midline experiment coverage}. */
@Command(
        name = "coverage",
        sortOptions = false,
        description = {
            "How often the region that the localiser chooses holds the whole tumour, and how close the border comes: "
                    + "what lies outside of the region, no model can find.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  midline phantom --patients 200 --seed 990004 --split test --out fresh",
            "  midline experiment coverage --cohort fresh --out coverage.txt",
            ""
        })
final class CoverageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--cohort", required = true, paramLabel = "DIR", description = "Folder with cohort.json.")
    private Path cohortFolder;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "test",
            converter = SplitConverter.class,
            description = "train, validation or test (default: ${DEFAULT-VALUE}).")
    private Split split;

    @Mixin
    private ModelOption model;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table here too.")
    private Path out;

    private record Case(CohortPatient patient, Sequence sequence) {}

    @Override
    public Integer call() throws IOException {
        if (out != null && Files.exists(out)) {
            throw new InputRefusedException(out + ": exists already; give another --out");
        }
        Cohort cohort = Cohort.read(cohortFolder);
        List<Case> cases = cohort.patients().stream()
                .filter(patient -> patient.split() == split)
                .flatMap(patient -> patient.images().keySet().stream().map(sequence -> new Case(patient, sequence)))
                .toList();
        if (cases.isEmpty()) {
            throw new InputRefusedException("%s: no patient in split '%s'".formatted(cohortFolder, split.key()));
        }
        ModelFolders models = model.read();
        PrintWriter err = spec.commandLine().getErr();
        List<RegionCoverage> images = new ArrayList<>();
        try (RegionFinder finder = models.openLocaliser(warning -> err.println("midline: " + warning));
                var progress = new ProgressLine(err, Installation.terminal(), "images")) {
            for (Case each : cases) {
                images.add(coverage(finder, region(models, each.sequence()), each));
                progress.done(images.size(), cases.size(), each.patient().id(), true);
            }
        }
        String title = "%s%s, split %s"
                .formatted(cohort.name(), cohort.synthetic() ? " (SYNTHETIC patients)" : "", split.key());
        String text = new CoverageTable(title, images).text();
        if (out != null) {
            WholeFile.writeText(out, text);
        }
        spec.commandLine().getOut().println(text);
        return ExitCodes.DONE;
    }

    private static WorkingGrid region(ModelFolders models, Sequence sequence) {
        return Stream.ofNullable(models.segmenters().get(sequence))
                .map(folder -> folder.card().workingGrid())
                .findFirst()
                .orElseGet(WorkingGrid::region);
    }

    private static RegionCoverage coverage(RegionFinder finder, WorkingGrid region, Case each) {
        CohortImage files = each.patient().images().get(each.sequence());
        var study = NiftiInput.read(Map.of(each.sequence(), files.image()));
        return RegionCoverage.of(
                each.patient().id(),
                each.sequence(),
                finder,
                region,
                study.images().get(each.sequence()).volume(),
                NiftiReader.read(files.gtv()).mask());
    }
}
