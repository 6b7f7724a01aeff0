package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiReader;
import org.midline.core.resample.Resampler;
import org.midline.delineation.Delineator;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.input.DicomInput;
import org.midline.delineation.input.StudyImages;
import org.midline.delineation.output.Comparison;
import org.midline.delineation.output.ResultFiles;
import org.midline.evaluation.Metric;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticPatient;

/** From a synthetic patient's DICOM study to the files of the result, with the truth in place of the networks. */
class PipelineTest {
    @TempDir
    private static Path work;

    private static SyntheticPatient patient;
    private static StudyImages study;
    private static StudyDelineation delineation;
    private static Comparison comparison;
    private static Map<String, String> files;

    @BeforeAll
    static void run() throws IOException {
        patient = new PatientSynthesizer().synthesize(900_002);
        SyntheticStudyFiles.write(patient, work.resolve("study"));
        study = DicomInput.read(List.of(work.resolve("study")));
        try (var delineator = new Delineator(TruthModel.of(patient), PlausibilityRules.USUAL)) {
            delineation = delineator.delineate(study);
        }
        Map<Sequence, Mask> truths = new EnumMap<>(Sequence.class);
        study.images()
                .forEach((sequence, image) -> truths.put(
                        sequence,
                        Resampler.nearest(
                                patient.images().get(sequence).gtv(),
                                image.volume().grid())));
        comparison = Comparison.of(delineation, truths);
        files = ResultFiles.write(
                delineation, comparison, true, LocalDateTime.of(2026, 1, 2, 3, 4, 5), work.resolve("result"));
    }

    @Test
    void recognisesAllThreeSequences() {
        assertThat(study.images()).containsOnlyKeys(Sequence.values());
        assertThat(study.setAside()).isEmpty();
        study.images().values().forEach(image -> assertThat(image.cautions()).isEmpty());
    }

    @Test
    void losesLittleOnTheWayThroughDicomAndTheWorkingGrid() {
        assertThat(comparison.evaluations()).hasSize(3);
        comparison.evaluations().forEach((sequence, evaluation) -> {
            assertThat(evaluation.measure(Metric.DSC).number().orElseThrow())
                    .as("DSC on %s", sequence)
                    .isGreaterThan(0.93);
            assertThat(evaluation.measure(Metric.HD95).number().orElseThrow())
                    .as("HD95 on %s", sequence)
                    .isLessThan(2.5);
        });
    }

    @Test
    void writesWhatItSays() throws IOException {
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "rtstruct.dcm",
                        "gtv.nii.gz",
                        "gtv_flair.nii.gz",
                        "gtv_t1c.nii.gz",
                        "report.html",
                        "delineation.json");
        try (var listed = Files.list(work.resolve("result"))) {
            assertThat(listed.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void theMaskOnDiskIsTheOneFound() {
        Mask read = NiftiReader.read(work.resolve("result/gtv.nii.gz")).mask();
        Mask found = delineation.found().get(Sequence.T2).gtv();
        assertThat(read.grid().sameAs(found.grid(), 1e-3)).isTrue();
        assertThat(read.inside()).isEqualTo(found.inside());
    }

    @Test
    void theRecordNamesModelsInputsAndParameters() throws IOException {
        var json = new ObjectMapper()
                .readTree(work.resolve("result/delineation.json").toFile());
        assertThat(json.at("/synthetic").asBoolean()).isTrue();
        assertThat(json.at("/status").asText()).isEqualTo("UNAPPROVED");
        assertThat(json.at("/reference").asText()).isEqualTo("t2");
        assertThat(json.at("/sequences/t2/result").asText()).isEqualTo("found");
        assertThat(json.at("/sequences/t2/model/sha256").asText()).isEqualTo("7707");
        assertThat(json.at("/sequences/t2/input/imageSha256").asText()).matches("[0-9a-f]{64}");
        assertThat(json.at("/sequences/t2/input/seriesInstanceUid").asText()).startsWith("2.25.");
        assertThat(json.at("/parameters/smallestTumourMl").asDouble()).isEqualTo(0.3);
        assertThat(json.at("/code/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(json.at("/sequences/flair/measures/dsc").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void theReportIsSyntheticAndSelfContained() throws IOException {
        String html = Files.readString(work.resolve("result/report.html"));
        assertThat(html)
                .contains("SYNTHETIC", "data:image/png;base64,", patient.id())
                .doesNotContain("src=\"http");
    }
}
