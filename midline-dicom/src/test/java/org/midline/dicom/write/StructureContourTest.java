package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

class StructureContourTest {
    /** A ring of voxels around a lone hole, and nothing on the other slice. */
    private static final Mask RING = ring();

    @Test
    void keyholeIsOneContour() {
        List<StructureContour> contours = StructureContour.of(RING, HoleEncoding.KEYHOLE);
        assertThat(contours).hasSize(1);
        assertThat(contours.get(0).k()).isEqualTo(1);
    }

    @Test
    void xorKeepsTheHoleApart() {
        List<StructureContour> contours = StructureContour.of(RING, HoleEncoding.XOR);
        assertThat(contours).hasSize(2);
        assertThat(contours.get(1).pointsLps())
                .containsExactlyInAnyOrder(
                        new Vec3(1.5 * 2, 2 * 3, 4),
                        new Vec3(2.5 * 2, 2 * 3, 4),
                        new Vec3(2 * 2, 1.5 * 3, 4),
                        new Vec3(2 * 2, 2.5 * 3, 4));
    }

    private static Mask ring() {
        var grid = VoxelGrid.axisAligned(5, 5, 2, 2, 3, 4);
        var inside = new boolean[grid.voxelCount()];
        for (int j = 1; j <= 3; j++) {
            for (int i = 1; i <= 3; i++) {
                inside[grid.index(i, j, 1)] = i != 2 || j != 2;
            }
        }
        return new Mask(grid, inside);
    }
}
