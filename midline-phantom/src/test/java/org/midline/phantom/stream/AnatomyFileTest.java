package org.midline.phantom.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;

class AnatomyFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("000001.anatomy");
        AnatomyEntry entry = Balls.entry();
        AnatomyFile.write(file, "balls", entry);

        AnatomyFile.Read read = AnatomyFile.read(file, EnumSet.allOf(View.class));
        assertThat(read.recipe()).isEqualTo("balls");
        assertThat(read.entry().facts()).isEqualTo(entry.facts());
        assertThat(read.entry().materials()).isEqualTo(Balls.palette());
        for (View view : View.values()) {
            AnatomyMap map = read.entry().map(view);
            AnatomyMap original = Balls.map(view.spacingMm(), view == View.REGION ? 144 : 100);
            assertThat(map.materials()).isEqualTo(original.materials());
            assertThat(map.occupancy()).isEqualTo(original.occupancy());
            assertThat(map.window()).isEqualTo(original.window());
            assertThat(map.grid()).isEqualTo(original.grid());
        }
        assertThat(AnatomyFile.read(file, Set.of(View.HEAD)).entry().maps()).containsOnlyKeys(View.HEAD);
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path file = folder.resolve("000001.anatomy");
        AnatomyFile.write(file, "balls", Balls.entry());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] = (byte) (bytes[bytes.length / 2] ^ 4);
        Files.write(file, bytes);
        refused(file, "damaged");
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        refused(file, "damaged");
    }

    @Test
    void aForeignFileOrFolderIsRefused() throws IOException {
        Path file = folder.resolve("letter.anatomy");
        Files.writeString(file, "Dear Sir or Madam, this is no anatomy.");
        refused(file, "not an anatomy");
        Files.delete(file);
        assertThatThrownBy(() -> AnatomyLibrary.read(folder, View.REGION, n -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no anatomies");
        assertThatThrownBy(() -> AnatomyLibrary.read(folder.resolve("nowhere"), View.REGION, n -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Path file = folder.resolve("000001.anatomy");
        AnatomyFile.write(file, "balls", Balls.entry());
        byte[] bytes = Files.readAllBytes(file);
        bytes[11]++;
        Files.write(file, bytes);
        refused(file, "format 2");
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> AnatomyFile.read(file, EnumSet.allOf(View.class)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(why);
    }
}
