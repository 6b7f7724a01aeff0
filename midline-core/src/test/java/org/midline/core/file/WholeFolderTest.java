package org.midline.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    private Path work;

    @Test
    void replacesAFolderAsAWhole() throws IOException {
        Path folder = work.resolve("a/b");
        WholeFolder.write(folder, inside -> Files.writeString(inside.resolve("old"), "1"));
        WholeFolder.write(folder, inside -> {
            assertThat(folder.resolve("old")).exists();
            Files.writeString(Files.createDirectory(inside.resolve("c")).resolve("new"), "2");
        });
        assertThat(folder.resolve("c/new")).hasContent("2");
        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(work.resolve("a")).isDirectoryNotContaining(path -> !path.endsWith("b"));
    }

    @Test
    void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path folder = work.resolve("b");
        WholeFolder.write(folder, inside -> Files.writeString(inside.resolve("old"), "1"));
        assertThatThrownBy(() -> WholeFolder.write(folder, inside -> {
                    Files.writeString(inside.resolve("new"), "2");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(folder).isDirectoryContaining("glob:**/old").isDirectoryNotContaining("glob:**/new");
        assertThat(work).isDirectoryNotContaining(path -> !path.endsWith("b"));
    }

    @Test
    void whatAKilledProgramLeftIsRemoved() throws IOException {
        Path folder = work.resolve("b");
        Files.writeString(Files.createDirectory(work.resolve(".b.unfinished")).resolve("half"), "");
        WholeFolder.write(folder, inside -> Files.writeString(inside.resolve("whole"), "1"));
        assertThat(folder).isDirectoryNotContaining("glob:**/half");
        WholeFolder.remove(folder);
        assertThat(work).isEmptyDirectory();
        WholeFolder.remove(folder);
    }
}
