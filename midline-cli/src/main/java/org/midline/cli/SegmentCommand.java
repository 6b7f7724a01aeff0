package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.delineation.Delineation;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.input.DicomInput;
import org.midline.delineation.input.NiftiInput;
import org.midline.delineation.input.SequenceImage;
import org.midline.delineation.input.StudyImages;
import org.midline.delineation.output.Comparison;
import org.midline.delineation.output.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code midline segment}. */
@Command(
        name = "segment",
        sortOptions = false,
        description = {
            "Delineate the tumour on a DICOM study or on NIfTI images.",
            "Of a DICOM study, the T1C, T2 and FLAIR series are recognised and an RT Structure Set is written; "
                    + "of NIfTI images, you say which is which, and masks are written.",
            ""
        },
        footer = {
            "",
            "Written into --out: rtstruct.dcm, gtv.nii.gz, report.html, delineation.json. Nothing is written if the "
                    + "input is refused or nothing is found.",
            "",
            "Examples:",
            "  midline segment /data/study --out result",
            "  midline segment /data/study/series4 --sequence t2 --out result",
            "  midline segment --t2 t2.nii.gz --flair flair.nii.gz --out result",
            ""
        })
final class SegmentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "STUDY",
            arity = "0..*",
            description = "Folder, files or DICOMDIR of one patient's DICOM study.")
    private List<Path> study = new ArrayList<>();

    @Option(names = "--t1c", paramLabel = "FILE", description = "NIfTI image, T1-weighted after contrast.")
    private Path t1c;

    @Option(names = "--t2", paramLabel = "FILE", description = "NIfTI image, T2-weighted.")
    private Path t2;

    @Option(names = "--flair", paramLabel = "FILE", description = "NIfTI image, T2-FLAIR.")
    private Path flair;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out;

    @Option(
            names = "--sequence",
            paramLabel = "SEQUENCE",
            converter = SequenceConverter.class,
            description = "Take the study's series for t1c, t2 or flair, whatever it is recognised as.")
    private Sequence sequence;

    @Mixin
    private ModelOption model;

    @Option(names = "--overwrite", description = "Replace an earlier result in --out.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Map<Sequence, Path> images = images();
        PrintWriter err = spec.commandLine().getErr();
        try (OutputFolder folder = ResultFolder.begin(out, overwrite)) {
            StudyImages input = read(images);
            announce(input);
            try (var delineator = model.delineator(err)) {
                return write(delineator.delineate(input), folder);
            }
        }
    }

    private int write(StudyDelineation delineation, OutputFolder folder) throws IOException {
        if (!delineation.searched()) {
            throw new InputRefusedException(allRefused(delineation));
        }
        var printer = new ResultPrinter(spec.commandLine().getOut());
        printer.results(delineation, Comparison.NONE);
        if (delineation.found().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("midline: nothing found, nothing written; this is no proof that there is no tumour");
            return ExitCodes.NOTHING_FOUND;
        }
        Map<String, String> files = ResultFiles.write(
                delineation, Comparison.NONE, false, LocalDateTime.now(ZoneId.systemDefault()), folder.unfinished());
        folder.publish(ResultFolder.FILES);
        printer.files(out, files);
        return ExitCodes.DONE;
    }

    private Map<Sequence, Path> images() {
        Map<Sequence, Path> images = new EnumMap<>(Sequence.class);
        put(images, Sequence.T1C, t1c);
        put(images, Sequence.T2, t2);
        put(images, Sequence.FLAIR, flair);
        if (images.isEmpty() == study.isEmpty()) {
            throw usage("give either a DICOM study or NIfTI images with --t1c, --t2, --flair");
        }
        if (sequence != null && study.isEmpty()) {
            throw usage("--sequence is for a DICOM study; NIfTI images are named by --t1c, --t2, --flair");
        }
        return images;
    }

    private static void put(Map<Sequence, Path> images, Sequence sequence, Path file) {
        if (file != null) {
            images.put(sequence, file);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private StudyImages read(Map<Sequence, Path> images) {
        if (!images.isEmpty()) {
            return NiftiInput.read(images);
        }
        return sequence == null ? DicomInput.read(study) : DicomInput.readAs(sequence, study);
    }

    private void announce(StudyImages input) {
        PrintWriter output = spec.commandLine().getOut();
        for (SequenceImage image : input.images().values()) {
            output.printf("%-9s  %s%n", image.sequence().title(), String.join("; ", image.recognition()));
        }
        input.setAside().forEach(each -> output.printf("set aside  %s: %s%n", each.what(), each.reason()));
        output.flush();
    }

    private static String allRefused(StudyDelineation delineation) {
        return String.join(
                "; ",
                delineation.results().entrySet().stream()
                        .map(entry -> entry.getKey().title() + ": " + reason(entry.getValue()))
                        .toList());
    }

    private static String reason(Delineation result) {
        return result instanceof Delineation.Refused refused ? refused.reason() : "";
    }
}
