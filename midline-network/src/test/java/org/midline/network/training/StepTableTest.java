package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTableTest {
    @TempDir
    Path folder;

    @Test
    void losesTheRowsAfterTheStepThatIsGoneOnFrom() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "step,loss\n1,0.5\n2,0.4\n3,0.3\n4,0.2\n5,0.");
        try (var table = StepTable.open(file, "step,loss", 3)) {
            assertThat(table.kept()).containsExactly("1,0.5", "2,0.4", "3,0.3");
            table.add("4,0.25");
            assertThat(file).hasContent("step,loss\n1,0.5\n2,0.4\n3,0.3\n");
        }
        assertThat(file).hasContent("step,loss\n1,0.5\n2,0.4\n3,0.3\n4,0.25\n");
    }

    @Test
    void losesHalfARow() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "step,loss\n1,0.5\n2");
        StepTable.open(file, "step,loss", 2).close();
        assertThat(file).hasContent("step,loss\n1,0.5\n");
    }

    @Test
    void beginsAnewAtStepZero() throws IOException {
        Path file = folder.resolve("new").resolve("t.csv");
        StepTable.open(file, "step,loss", 0).close();
        assertThat(file).hasContent("step,loss\n");
    }
}
