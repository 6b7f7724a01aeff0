package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/** A cohort file written by hand or by somebody else's program: read where it is right, refused in one line if not. */
class CohortReadTest {
    private static final String RIGHT = """
            {"format": 1, "name": "hand-made", "synthetic": false, "patients": [
              {"id": "A-1", "split": "validation",
               "images": {"flair": {"image": "patients/A-1/flair.nii.gz", "gtv": "patients/A-1/flair_gtv.nii.gz"}},
               "attributes": {"centre": "A", "ageYears": 7}}]}
            """;

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void someFiles() throws IOException {
        folder = parent.resolve("cohort");
        Files.createDirectories(folder.resolve("patients/A-1"));
        for (String name : List.of("flair.nii.gz", "flair_gtv.nii.gz")) {
            Files.write(folder.resolve("patients/A-1").resolve(name), new byte[] {1});
        }
        Files.write(parent.resolve("outside.nii.gz"), new byte[] {1});
    }

    private void cohortJson(String json) throws IOException {
        Files.writeString(folder.resolve("cohort.json"), json);
    }

    @Test
    void whatIsRightIsRead() throws IOException {
        cohortJson(RIGHT);
        Cohort cohort = Cohort.read(folder);
        assertThat(cohort.name()).isEqualTo("hand-made");
        assertThat(cohort.synthetic()).isFalse();
        assertThat(cohort.description()).isEmpty();
        CohortPatient patient = cohort.patients().get(0);
        assertThat(patient.split()).isEqualTo(Split.VALIDATION);
        assertThat(patient.attributes()).containsEntry("ageYears", "7");
        assertThat(patient.images().get(Sequence.FLAIR).image()).isAbsolute().isRegularFile();
        assertThat(patient.images().get(Sequence.FLAIR).anatomy()).isEmpty();
    }

    static List<Arguments> wrong() {
        return List.of(
                wrong("\"validation\"", "\"holdout\"", "patient 'A-1'", "'holdout'", "train, validation, test"),
                wrong("\"flair\": {", "\"dwi\": {", "patient 'A-1'", "'dwi'", "t1c, t2 or flair"),
                wrong("flair_gtv.nii.gz", "gtv.nii.gz", "patient 'A-1', flair", "gtv.nii.gz' does not exist"),
                wrong("patients/A-1/flair.nii.gz", "../outside.nii.gz", "patient 'A-1', flair", "leads out"),
                wrong("patients/A-1/flair.nii.gz", "/etc/hostname", "leads out"),
                wrong("patients/A-1/flair.nii.gz", "a\\u0000b", "is not a path"),
                wrong("\"gtv\":", "\"mask\":", "patient 'A-1', flair", "no \"gtv\""),
                wrong("\"id\": \"A-1\", ", "", "a patient has no \"id\""),
                wrong("\"id\": \"A-1\"", "\"id\": \"../A-1\"", "'../A-1'", "expected letters"),
                wrong("\"split\": \"validation\",", "", "patient 'A-1' has no \"split\""),
                wrong("\"format\": 1", "\"format\": 2", "format 2, expected 1"),
                wrong("\"synthetic\": false,", "", "no \"synthetic\""),
                wrong("\"name\": \"hand-made\"", "\"name\": 3", "no \"name\""),
                wrong("\"images\"", "\"pictures\"", "patient 'A-1'", "without any image"),
                wrong("\"patients\"", "\"people\"", "no patients"),
                wrong("\"attributes\"", "attributes", "not JSON at line 4"),
                wrong("\"name\": \"hand-made\"", "\"name\": \"a\", \"name\": \"b\"", "not JSON", "Duplicate"));
    }

    private static Arguments wrong(String right, String wrong, String... reasons) {
        assertThat(RIGHT).contains(right);
        return Arguments.of(RIGHT.replace(right, wrong), reasons);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsRefused(String json, String[] reasons) throws IOException {
        cohortJson(json);
        assertRefused(folder, reasons);
    }

    @Test
    void anIdTwiceIsRefusedWhateverItsCase() throws IOException {
        String patient = RIGHT.substring(RIGHT.indexOf("{\"id\""), RIGHT.lastIndexOf("]}"));
        cohortJson(RIGHT.replace("]}", ", " + patient.replace("\"A-1\"", "\"a-1\"") + "]}"));
        assertRefused(folder, "'a-1' twice");
    }

    @Test
    void aFolderThatIsNoCohortIsRefused() throws IOException {
        assertRefused(parent.resolve("absent"), "no such folder");
        assertRefused(folder, "no cohort.json");
        cohortJson("");
        assertRefused(folder, "cohort.json", "format");
        cohortJson("plain text");
        assertRefused(folder, "cohort.json", "not JSON at line 1");
    }

    private static void assertRefused(Path folder, String... reasons) {
        assertThatThrownBy(() -> Cohort.read(folder))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContainingAll(reasons)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
