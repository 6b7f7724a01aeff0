package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.midline.cohort.TargetLabels;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.delineation.compare.FolderComparison;
import org.midline.delineation.compare.WantedStructure;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;
import org.midline.evaluation.PairedTest;
import org.midline.evaluation.PairedTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code midline compare}. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Measure the masks of one folder against those of another, whatever program made them: NIfTI files, DICOM "
                    + "structure sets, DICOM Segmentations.",
            "Masks are matched by the series that they were drawn on, or by their names below the folders, and compared "
                    + "on the grid of the truth.",
            ""
        },
        footer = {
            "",
            "Measures besides the usual ones, for --measure: jaccard, hd_mm, masd_mm, hd95_monai_mm, hd95_medpy_mm,",
            "assd_voxel_mm, masd_voxel_mm, added_path_length_mm, centre_distance_mm, lesion_wise_dsc,",
            "lesion_wise_hd95_mm, nsd_Xmm and nsd_voxel_Xmm for a tolerance of X mm. docs/measures.md defines them.",
            "",
            "Written into --out: evaluation.txt, evaluation.csv (a row per mask), evaluation_summary.csv, "
                    + "evaluation.json, notes.txt, and with --against the same of the other method and paired.txt.",
            "",
            "Examples:",
            "  midline compare proposals experts --sequence t2 --out measured",
            "  midline compare proposals experts --sequence t2 --label 1,2 --measure dsc,hd95_monai_mm",
            "  midline compare ours experts --against theirs --sequence t2 --roi GTV --out paired",
            ""
        })
final class CompareCommand implements Callable<Integer> {
    private static final String OTHER = "against";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROPOSALS", description = "Folder of the masks that are judged.")
    private Path proposals;

    @Parameters(index = "1", paramLabel = "TRUTH", description = "Folder of the masks that count as true.")
    private Path truths;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Another method's masks: each measure of the two methods is compared patient by patient "
                    + "(Wilcoxon's signed-rank test, corrected by Holm).")
    private Path against;

    @Option(
            names = "--sequence",
            paramLabel = "SEQUENCE",
            converter = SequenceConverter.class,
            description = "On which sequence the masks were drawn (default: by the words in their names).")
    private Sequence sequence;

    @Option(
            names = "--label",
            paramLabel = "N,N",
            converter = TargetLabelsConverter.class,
            description = "Labels of NIfTI masks that are compared (default: every label above 0).")
    private TargetLabels labels = TargetLabels.every();

    @Option(
            names = "--roi",
            paramLabel = "NAME",
            description = "Name of the ROI or segment in DICOM files (default: the only one).")
    private String roi;

    @Option(
            names = "--measure",
            paramLabel = "KEY",
            split = ",",
            converter = MetricConverter.class,
            description = "What is measured (default: the usual ones).")
    private List<Metric> metrics = Metric.STANDARD;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the tables.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace earlier tables in --out.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            print(table(proposals), against == null ? Optional.empty() : Optional.of(table(against)));
            return ExitCodes.DONE;
        }
        try (OutputFolder folder = OutputFolder.begin(out, "evaluation.json", overwrite)) {
            Measured first = table(proposals);
            first.write(folder.unfinished());
            Optional<Measured> second = Optional.empty();
            if (against != null) {
                second = Optional.of(table(against));
                second.get().write(folder.unfinished().resolve(OTHER));
                WholeFile.writeText(folder.unfinished().resolve("paired.txt"), paired(first, second.get()));
            }
            folder.publish(List.of("evaluation*", "notes.txt", "paired.txt", OTHER));
            print(first, second);
            spec.commandLine().getOut().println("Tables are in " + out);
        }
        return ExitCodes.DONE;
    }

    private record Measured(EvaluationTable table, List<String> notes) {
        void write(Path folder) throws IOException {
            Files.createDirectories(folder);
            table.write(folder);
            WholeFile.writeText(folder.resolve("notes.txt"), String.join("\n", notes) + (notes.isEmpty() ? "" : "\n"));
        }
    }

    private Measured table(Path folder) {
        var comparison = FolderComparison.of(
                folder,
                truths,
                new WantedStructure(labels, Optional.ofNullable(roi)),
                Optional.ofNullable(sequence),
                metrics);
        return new Measured(
                new EvaluationTable("%s against %s".formatted(folder, truths), comparison.cases()), comparison.notes());
    }

    private void print(Measured first, Optional<Measured> second) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(first.table().text());
        first.notes().forEach(note -> spec.commandLine().getErr().println("midline: " + note));
        second.ifPresent(other -> {
            terminal.println(other.table().text());
            other.notes().forEach(note -> spec.commandLine().getErr().println("midline: " + note));
            terminal.println(paired(first, other));
        });
    }

    private String paired(Measured first, Measured second) {
        List<PairedTest> tests = PairedTest.of(
                second.table(), first.table(), metrics, first.table().bootstrapSeed());
        return new PairedTests(proposals.toString(), against.toString(), tests).text();
    }
}
