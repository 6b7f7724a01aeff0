package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.midline.core.InputRefusedException;

/** Files damaged at random are read or refused in one line; nothing else is thrown. */
class NiftiDamageTest {
    private static final int VERSION_2_VOXELS_AT = 544;

    @Property(tries = 300)
    void readOrRefused(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int bytesChanged,
            @ForAll Kind kind,
            @ForAll boolean cut)
            throws IOException {
        var random = new Random(seed);
        byte[] bytes = kind.whole();
        for (int n = 0; n < bytesChanged; n++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (cut) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        Path file = Files.write(Files.createTempFile("damaged", ".nii"), bytes);
        try {
            NiftiImage image = NiftiReader.read(file);
            assertThat(image.volume().values()).hasSize(image.volume().grid().voxelCount());
        } catch (InputRefusedException refused) {
            assertThat(refused.getMessage()).contains("damaged").doesNotContain("\n");
        } finally {
            Files.delete(file);
        }
    }

    enum Kind {
        VERSION_1 {
            @Override
            byte[] whole() {
                return RawNifti.cube().bytes();
            }
        },
        VERSION_1_GZIP {
            @Override
            byte[] whole() {
                return RawNifti.cube().gzip();
            }
        },
        VERSION_2_GZIP {
            @Override
            byte[] whole() throws IOException {
                try (var resource =
                        Objects.requireNonNull(NiftiDamageTest.class.getResourceAsStream("type_uint8.nii.gz"))) {
                    return resource.readAllBytes();
                }
            }
        },
        VERSION_2 {
            @Override
            byte[] whole() throws IOException {
                try (var unzipped = new GZIPInputStream(
                        Objects.requireNonNull(NiftiDamageTest.class.getResourceAsStream("type_uint8.nii.gz")))) {
                    byte[] bytes = unzipped.readAllBytes();
                    assertThat(bytes).hasSize(VERSION_2_VOXELS_AT + 12);
                    return bytes;
                }
            }
        };

        abstract byte[] whole() throws IOException;
    }
}
