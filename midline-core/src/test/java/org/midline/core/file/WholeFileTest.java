package org.midline.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void writesIntoFoldersThatDoNotExistYet() throws IOException {
        WholeFile.writeText(folder.resolve("a/b/c.txt"), "größe");
        assertThat(folder.resolve("a/b/c.txt")).hasContent("größe");
    }

    @Test
    void failureLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("x.bin");
        WholeFile.writeText(file, "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("before");
        assertOnlyFile("x.bin");
    }

    @Test
    void nothingIsVisibleBeforeTheEnd() throws IOException {
        Path file = folder.resolve("x.bin");
        WholeFile.write(file, out -> {
            out.write(1);
            out.flush();
            assertThat(file).doesNotExist();
        });
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertOnlyFile("x.bin");
    }

    private void assertOnlyFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(name));
        }
    }
}
