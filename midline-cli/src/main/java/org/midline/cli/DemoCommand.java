package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiWriter;
import org.midline.core.resample.Resampler;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.input.DicomInput;
import org.midline.delineation.input.StudyImages;
import org.midline.delineation.output.Comparison;
import org.midline.delineation.output.ResultFiles;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticPatient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code midline demo}. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Make a synthetic patient that no model was trained on, write the DICOM study, and delineate it from there.",
            "Prints how well the delineation agrees with the truth, which is known because the patient is made up.",
            ""
        },
        footer = {
            "",
            "Written into --out: the DICOM study, rtstruct.dcm, gtv.nii.gz, the truth, report.html, delineation.json.",
            "",
            "Examples:",
            "  midline demo",
            "  midline demo --seed 900007 --out another",
            ""
        })
final class DemoCommand implements Callable<Integer> {

    /** Training cohorts never hold a patient of such a seed: theirs are drawn from all of 64 bits. */
    private static final String DEFAULT_SEED = "900001";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "midline-demo",
            description = "Folder for the results (default: ${DEFAULT-VALUE}); results of an earlier demo in it are "
                    + "replaced.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = DEFAULT_SEED,
            description = "The same seed makes the same patient (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ModelOption model;

    @Override
    public Integer call() throws IOException {
        PrintWriter output = spec.commandLine().getOut();
        try (OutputFolder folder = ResultFolder.begin(out, true);
                var delineator = model.delineator(spec.commandLine().getErr())) {
            output.printf("Making a synthetic patient, seed %d ...%n", seed);
            SyntheticPatient patient = new PatientSynthesizer().synthesize(seed);
            Path studyFolder = folder.unfinished().resolve("study");
            SyntheticStudyFiles.write(patient, studyFolder);
            output.printf("Reading the DICOM study of %s back and delineating it ...%n", patient.id());
            StudyImages study = DicomInput.read(List.of(studyFolder));
            StudyDelineation delineation = delineator.delineate(study);
            Map<Sequence, Mask> truths = truths(patient, study);
            Comparison comparison = Comparison.of(delineation, truths);

            Map<String, String> files = new LinkedHashMap<>();
            files.put("study", "the DICOM study, a folder for each series");
            files.putAll(ResultFiles.write(
                    delineation, comparison, true, LocalDateTime.now(ZoneId.systemDefault()), folder.unfinished()));
            for (Map.Entry<Sequence, Mask> truth : truths.entrySet()) {
                String name = "truth_%s.nii.gz".formatted(truth.getKey().key());
                NiftiWriter.write(folder.unfinished().resolve(name), truth.getValue());
                files.put(name, "the true tumour on " + truth.getKey().title());
            }
            folder.publish(ResultFolder.FILES);
            var printer = new ResultPrinter(output);
            printer.results(delineation, comparison);
            printer.files(out, files);
            return delineation.found().isEmpty() ? ExitCodes.NOTHING_FOUND : ExitCodes.DONE;
        }
    }

    /** On the grids that came back from DICOM, whose slices may run the other way. */
    private static Map<Sequence, Mask> truths(SyntheticPatient patient, StudyImages study) {
        Map<Sequence, Mask> truths = new EnumMap<>(Sequence.class);
        study.images()
                .forEach((sequence, image) -> truths.put(
                        sequence,
                        Resampler.nearest(
                                patient.images().get(sequence).gtv(),
                                image.volume().grid())));
        return truths;
    }
}
