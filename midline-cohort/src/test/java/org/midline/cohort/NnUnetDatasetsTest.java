package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Sequence;

class NnUnetDatasetsTest {
    @TempDir
    private Path folder;

    private Cohort cohort;
    private Path raw;

    @BeforeEach
    void make() throws IOException {
        var writer = new CohortWriter(folder, "trial", true, "For a test.");
        var t2 = Map.of(Sequence.T2, CohortWriterTest.image(1, true));
        writer.add("P1", Split.TRAIN, t2, Map.of());
        writer.add("P2", Split.VALIDATION, t2, Map.of());
        writer.add(
                "P3",
                Split.TEST,
                Map.of(Sequence.T2, CohortWriterTest.image(2, true), Sequence.FLAIR, CohortWriterTest.image(3, true)),
                Map.of());
        cohort = writer.finish();
        raw = folder.resolve("nnunet");
        NnUnetDatasets.write(raw, cohort);
    }

    private List<String> files(String dataset) throws IOException {
        Path start = raw.resolve(dataset);
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void hasTheLayoutThatNnUnetReads() throws IOException {
        assertThat(files("Dataset502_MidlineT2"))
                .containsExactlyInAnyOrder(
                        "dataset.json",
                        "splits_final.json",
                        "imagesTr/P1_0000.nii.gz",
                        "imagesTr/P2_0000.nii.gz",
                        "imagesTs/P3_0000.nii.gz",
                        "labelsTr/P1.nii.gz",
                        "labelsTr/P2.nii.gz",
                        "labelsTs/P3.nii.gz");
        assertThat(raw.resolve("Dataset501_MidlineT1C")).doesNotExist();
        assertThat(raw.resolve("Dataset503_MidlineFLAIR/labelsTs/P3.nii.gz"))
                .hasSameBinaryContentAs(folder.resolve("patients/P3/flair_gtv.nii.gz"));
    }

    @Test
    void theDescriptionCountsTheTrainingCases() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(raw.resolve("Dataset502_MidlineT2/dataset.json").toFile());
        assertThat(json.at("/numTraining").asInt()).isEqualTo(2);
        assertThat(json.at("/channel_names/0").asText()).isEqualTo("T2");
        assertThat(json.at("/labels/background").asInt()).isZero();
        assertThat(json.at("/labels/GTV").asInt()).isEqualTo(1);
        assertThat(json.at("/file_ending").asText()).isEqualTo(".nii.gz");
        assertThat(json.at("/description").asText()).contains("SYNTHETIC");
        JsonNode splits = new ObjectMapper()
                .readTree(raw.resolve("Dataset502_MidlineT2/splits_final.json").toFile());
        assertThat(splits.toString()).isEqualTo("[{\"train\":[\"P1\"],\"val\":[\"P2\"]}]");
    }

    @Test
    void aSmallerCohortLeavesNothingOfTheLarger() throws IOException {
        NnUnetDatasets.write(
                raw,
                new Cohort(
                        "smaller",
                        true,
                        "",
                        cohort.patients().stream()
                                .filter(patient -> patient.id().equals("P1"))
                                .toList()));
        assertThat(files("Dataset502_MidlineT2"))
                .containsExactlyInAnyOrder("dataset.json", "imagesTr/P1_0000.nii.gz", "labelsTr/P1.nii.gz");
        assertThat(raw.resolve("Dataset503_MidlineFLAIR")).doesNotExist();
    }
}
