package org.midline.phantom.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Affine;
import org.midline.core.VoxelGrid;
import org.midline.phantom.cohort.HeadPool;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.tumour.FindingShares;

class AnatomyLibraryWriterTest {
    private static final FindingShares NOTHING_TO_FIND = new FindingShares(1, 0);

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItStopped() throws IOException {
        HeadPool blocks = new HeadPool("blocks", (variant, draw) -> new Block());
        assertThat(made(blocks, 2)).containsExactly("000001", "000002");
        byte[] first = Files.readAllBytes(folder.resolve("000001.anatomy"));
        String two = AnatomyLibrary.read(folder, View.REGION, count -> {}).fingerprint();
        assertThat(made(blocks, 3)).containsExactly("000003");

        Path second = folder.resolve("000002.anatomy");
        byte[] bytes = Files.readAllBytes(second);
        Files.write(second, List.of("half of it"));
        assertThat(made(blocks, 3)).containsExactly("000002");
        assertThat(Files.readAllBytes(second)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(folder.resolve("000001.anatomy"))).isEqualTo(first);

        AnatomyLibrary library = AnatomyLibrary.read(folder, View.REGION, count -> {});
        assertThat(library.size()).isEqualTo(3);
        assertThat(library.fingerprint()).isNotEqualTo(two);
        assertThat(library.facts(0).finding()).isEqualTo("none");
        assertThat(library.facts(0).seed()).isNotEqualTo(library.facts(1).seed());
        assertThat(library.facts(1).headSource()).isEqualTo("block");
        assertThat(library.facts(1).centreLps().z()).isCloseTo(-8.5, org.assertj.core.api.Assertions.within(1.0));
    }

    @Test
    void otherHeadsAreMadeAgain() throws IOException {
        made(new HeadPool("blocks", (variant, draw) -> new Block()), 1);
        assertThat(made(new HeadPool("other blocks", (variant, draw) -> new Block()), 1))
                .containsExactly("000001");
    }

    private Set<String> made(HeadPool heads, int patients) throws IOException {
        var names = new ConcurrentSkipListSet<String>();
        new AnatomyLibraryWriter(number -> heads, NOTHING_TO_FIND, 2)
                .write(folder, patients, 5, (done, of, name, made) -> {
                    if (made) {
                        names.add(name);
                    }
                });
        return names;
    }

    /** A block of pons in air. */
    private static final class Block implements Head {
        @Override
        public String source() {
            return "block";
        }

        @Override
        public double ageYears() {
            return 8;
        }

        @Override
        public Affine patientToStandard() {
            return Affine.IDENTITY;
        }

        @Override
        public HeadMap map(VoxelGrid grid, PointMap presentToRest) {
            var tissues = new byte[grid.voxelCount()];
            for (int k = 90; k < 124; k++) {
                for (int j = 100; j < 130; j++) {
                    for (int i = 80; i < 112; i++) {
                        tissues[grid.index(i, j, k)] = Tissue.PONS.label();
                    }
                }
            }
            return new HeadMap(grid, tissues, patientToStandard());
        }
    }
}
