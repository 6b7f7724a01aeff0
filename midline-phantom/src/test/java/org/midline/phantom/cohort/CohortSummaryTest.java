package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.Sequence;

class CohortSummaryTest {
    private static final Map<Sequence, CohortImage> IMAGES =
            Map.of(Sequence.T2, new CohortImage(Path.of("i"), Path.of("g"), Optional.empty(), Optional.empty()));

    @TempDir
    private Path folder;

    private static CohortPatient patient(String id, Split split, String centre, String site, String ml, String head) {
        return new CohortPatient(
                id,
                split,
                IMAGES,
                Map.of(
                        "centre", centre,
                        "site", site,
                        "volume_ml", ml,
                        "head", head,
                        "head_kind", head.equals("procedural") ? "procedural" : "real",
                        "protocol_t2", "t2, tse",
                        "expert_dsc_t2", "0.88"));
    }

    private static Cohort cohort() {
        return new Cohort(
                "small",
                true,
                "For a test.",
                List.of(
                        patient("B1", Split.TEST, "b", "medulla", "5", "head_9"),
                        patient("A1", Split.TRAIN, "a", "pons", "10", "procedural"),
                        patient("A2", Split.TRAIN, "a", "pons", "40", "head_1"),
                        patient("A3", Split.TRAIN, "a", "thalamus", "20", "head_1"),
                        patient("A4", Split.VALIDATION, "a", "pons", "30", "procedural")));
    }

    private static String line(String text, String label) {
        return text.lines().filter(line -> line.startsWith(label)).findFirst().orElseThrow();
    }

    @Test
    void theTableHasAColumnForEachCentreAndSplit() {
        String text = new CohortSummary(cohort()).text();
        assertThat(text).startsWith("small: 5 SYNTHETIC patients");
        assertThat(line(text, "patients").split(" +")).containsExactly("patients", "3", "1", "1");
        assertThat(line(text, "site: pons")).matches("site: pons +2 \\(67 %\\) +1 \\(100 %\\) +0 \\(0 %\\)");
        assertThat(line(text, "different real heads")).matches(".* 1 +0 +1");
        assertThat(line(text, "tumour volume (ml)")).matches(".* 20\\.0 \\(10\\.0 to 40\\.0\\) +30\\.0 .* +5\\.0 .*");
        assertThat(line(text, "T2 DSC of two experts")).contains("0.880 \u00b1 0.000");
        assertThat(line(text, "T1C DSC of two experts")).matches("T1C DSC of two experts +- +- +-");
    }

    @Test
    void theFilesHaveTheSameNumbersAndARowForEachPatient() throws IOException {
        new CohortSummary(cohort()).write(folder);
        assertThat(folder.resolve("summary.txt")).hasContent(new CohortSummary(cohort()).text());
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        assertThat(json.at("/synthetic").asBoolean()).isTrue();
        assertThat(json.at("/groups/0/split").asText()).isEqualTo("train");
        assertThat(json.at("/groups/0/site/pons").asInt()).isEqualTo(2);
        assertThat(json.at("/groups/0/volume_ml/median").asDouble()).isEqualTo(20);
        assertThat(json.at("/groups/2/centre").asText()).isEqualTo("b");
        List<String> rows = Files.readAllLines(folder.resolve("patients.csv"));
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).isEqualTo("id,split,centre,expert_dsc_t2,head,head_kind,protocol_t2,site,volume_ml");
        assertThat(rows.get(1)).isEqualTo("B1,test,b,0.88,head_9,real,\"t2, tse\",medulla,5");
    }
}
