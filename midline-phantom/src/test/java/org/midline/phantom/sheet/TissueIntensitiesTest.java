package org.midline.phantom.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/** A head of three slabs along x: white matter, cortex, fluid; a tumour of one voxel. */
class TissueIntensitiesTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(30, 8, 8, 1, 1, 1);

    @Test
    void countsWhatIsWhollyInOneTissueInUnitsOfWhiteMatter() {
        TissueIntensities seen = TissueIntensities.of(image(), tumour(), head(Tissue.WHITE_MATTER));
        assertThat(seen.median(TissueGroup.WHITE_MATTER)).isEqualTo(1);
        assertThat(seen.median(TissueGroup.CORTEX)).isCloseTo(1.5f, within(1e-6f));
        assertThat(seen.median(TissueGroup.FLUID)).isCloseTo(3, within(1e-6f));
        assertThat(seen.values().get(TissueGroup.TUMOUR)).containsExactly(2.5f);
        assertThat(seen.values().get(TissueGroup.DEEP_GREY)).isEmpty();
    }

    /** On slices of 8 mm across the slabs, the voxels that straddle a border are left out. */
    @Test
    void leavesOutWhatLiesAcrossABorder() {
        var thick = new VoxelGrid(4, 8, 8, Affine.translation(3.5, 0, 0).after(Affine.scaling(8, 1, 1)));
        var image = new Volume(thick, new float[thick.voxelCount()]);
        TissueIntensities seen = TissueIntensities.of(image, Mask.empty(thick), head(Tissue.WHITE_MATTER));
        assertThat(seen.values().get(TissueGroup.CORTEX)).isEmpty();
        assertThat(seen.values().get(TissueGroup.WHITE_MATTER)).isNotEmpty();
    }

    @Test
    void needsWhiteMatter() {
        assertThatThrownBy(() -> TissueIntensities.of(image(), tumour(), head(Tissue.PONS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("white matter");
    }

    @Test
    void drawsEachTissuesPeakWhereItsIntensityIs() {
        TissueIntensities seen = TissueIntensities.of(image(), tumour(), head(Tissue.WHITE_MATTER));
        BufferedImage picture = HistogramPicture.draw("SLABS", Map.of(Sequence.T2, seen));
        int left = HistogramPicture.PANEL_WIDTH;
        int middle = Caption.HEIGHT + HistogramPicture.HEIGHT / 2;
        int reddest = 0;
        double at = 0;
        for (int u = left; u < 2 * left; u++) {
            int rgb = picture.getRGB(u, middle);
            int red = (rgb >> 16 & 255) - (rgb & 255);
            if (red > reddest) {
                reddest = red;
                at = u;
            }
        }
        assertThat(reddest).isGreaterThan(100);
        assertThat(at).isCloseTo(HistogramPicture.x(left, 2.5), within(8.0));
    }

    private static HeadMap head(Tissue first) {
        var labels = new byte[GRID.voxelCount()];
        for (int n = 0; n < labels.length; n++) {
            int i = n % 30;
            labels[n] = (i < 10 ? first : i < 20 ? Tissue.CORTEX : Tissue.CSF).label();
        }
        return new HeadMap(GRID, labels, Affine.IDENTITY);
    }

    private static Volume image() {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            int i = n % 30;
            values[n] = i < 10 ? 200 : i < 20 ? 300 : 600;
        }
        values[GRID.index(5, 4, 4)] = 500;
        return new Volume(GRID, values);
    }

    private static Mask tumour() {
        var inside = new boolean[GRID.voxelCount()];
        inside[GRID.index(5, 4, 4)] = true;
        return new Mask(GRID, inside);
    }
}
