package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {
    /** SHA-256 of the three letters, from FIPS 180-4's examples. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void listsWhatItIsToldToAndNoHiddenFile() throws IOException {
        write("p/b/2", "abc");
        write("p/a/1", "abc");
        write("p/a/.1.tmp", "half");
        write("top", "abc");
        write("notes", "mine");
        String all = FileHashes.write(folder, List.of("top", "p", "missing"));
        assertThat(folder.resolve("SHA256SUMS")).hasContent("%s  p/a/1%n%s  p/b/2%n%s  top%n".formatted(ABC, ABC, ABC));
        assertThat(FileHashes.write(folder, List.of("p", "top"))).isEqualTo(all).hasSize(64);
        write("p/a/1", "abd");
        assertThat(FileHashes.write(folder, List.of("p", "top"))).isNotEqualTo(all);
    }
}
