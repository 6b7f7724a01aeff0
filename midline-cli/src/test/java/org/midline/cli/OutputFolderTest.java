package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;

class OutputFolderTest {
    @TempDir
    private Path work;

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void publish(Path folder, String... files) throws IOException {
        try (var output = OutputFolder.begin(folder, "marker", true)) {
            for (String file : files) {
                Path path = output.unfinished().resolve(file);
                Files.createDirectories(path.getParent());
                Files.writeString(path, "new");
            }
            output.publish(List.of("gtv*", "marker", "study"));
        }
    }

    @Test
    void appearsWhenPublishedWithFoldersOnTheWay() throws IOException {
        publish(work.resolve("a/b"), "marker", "study/1.dcm");
        assertThat(names(work)).containsExactly("a/b/marker", "a/b/study/1.dcm");
    }

    @Test
    void leavesNothingWhenNotPublished() throws IOException {
        try (var output = OutputFolder.begin(work.resolve("a/b"), "marker", false)) {
            Files.writeString(output.unfinished().resolve("marker"), "");
        }
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void replacesAnEarlierResultAndNothingElse() throws IOException {
        publish(work.resolve("r"), "marker", "gtv.nii.gz", "gtv_t1c.nii.gz", "study/1.dcm", "study/2.dcm");
        Files.writeString(work.resolve("r/notes.txt"), "mine");
        publish(work.resolve("r"), "marker", "gtv.nii.gz", "study/1.dcm");
        assertThat(names(work.resolve("r"))).containsExactly("gtv.nii.gz", "marker", "notes.txt", "study/1.dcm");
    }

    @Test
    void refusesAFolderWithForeignFiles() throws IOException {
        Files.writeString(work.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.begin(work, "marker", true))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void goesOnWithTheWorkOfAnInterruptedRun() throws IOException {
        Path folder = work.resolve("r");
        Files.createDirectories(folder.resolve("cases"));
        Files.writeString(folder.resolve("cases/1.json"), "kept");
        assertThatThrownBy(() -> OutputFolder.begin(folder, "marker", true)).hasMessageContaining("not empty");
        try (var output = OutputFolder.resume(folder, "marker", "cases", false)) {
            Files.writeString(output.unfinished().resolve("marker"), "new");
            output.publish(List.of("marker"));
        }
        assertThat(names(work)).containsExactly("r/cases/1.json", "r/marker");
        assertThatThrownBy(() -> OutputFolder.resume(folder, "marker", "cases", false))
                .hasMessageContaining("--overwrite");
    }

    @Test
    void refusesAnEarlierResultUnlessToldToReplaceIt() throws IOException {
        publish(work.resolve("r"), "marker");
        assertThatThrownBy(() -> OutputFolder.begin(work.resolve("r"), "marker", false))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("--overwrite");
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(work.resolve("f"), "");
        assertThatThrownBy(() -> OutputFolder.begin(work.resolve("f"), "marker", true))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("a file of this name");
        assertThatThrownBy(() -> OutputFolder.begin(work.resolve("f/g"), "marker", true))
                .isInstanceOf(InputRefusedException.class);
    }
}
