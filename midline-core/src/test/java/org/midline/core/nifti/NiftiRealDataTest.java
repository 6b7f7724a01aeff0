package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.midline.core.SharedData;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** Real files; the expected numbers are those of nibabel. */
class NiftiRealDataTest {
    private static final int BRAINSTEM = 16;

    @Test
    void labelMapsOfHeads() {
        assertBrainstem(
                "anatomy/head_01.nii.gz",
                NiftiDatatype.FLOAT32,
                19_893,
                new Vec3(0.36751621, 6.79485246, -12.02091188));
        assertBrainstem(
                "anatomy/head_04.nii.gz",
                NiftiDatatype.INT32,
                22_049,
                new Vec3(-0.21134745, 33.56517302, -29.56406186));
    }

    private static void assertBrainstem(String name, NiftiDatatype type, int voxels, Vec3 centroidLps) {
        NiftiImage image = NiftiReader.read(SharedData.require(name));
        assertThat(image.datatype()).isEqualTo(type);
        assertThat(image.placement().disagreement()).isFalse();
        VoxelGrid grid = image.volume().grid();
        var sum = new Vec3(0, 0, 0);
        int count = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    if (image.volume().at(i, j, k) == BRAINSTEM) {
                        sum = sum.plus(grid.patientLps(i, j, k));
                        count++;
                    }
                }
            }
        }
        assertThat(count).isEqualTo(voxels);
        assertThat(sum.times(1.0 / count).minus(centroidLps).length()).isLessThan(1e-4);
    }

    @Test
    void imageAndSegmentationOfATumourLieOnOneGrid() {
        NiftiImage flair = NiftiReader.read(SharedData.require("tumour/brats2013_pat0001/flair.nii.gz"));
        NiftiImage segmentation = NiftiReader.read(SharedData.require("tumour/brats2013_pat0001/seg.nii.gz"));
        VoxelGrid grid = flair.volume().grid();
        assertThat(grid.patientLps(0, 0, 0)).isEqualTo(new Vec3(0, -239, 0));
        assertThat(grid.patientLps(239, 239, 154)).isEqualTo(new Vec3(239, 0, 154));
        assertThat(flair.placement().reason()).contains("no qform");
        assertThat(segmentation.placement().reason()).contains("agrees with the qform");
        assertThat(segmentation.volume().grid().sameAs(grid, 0)).isTrue();
        assertThat(segmentation.labels()).contains((byte) 4).doesNotContain((byte) 5);
    }
}
