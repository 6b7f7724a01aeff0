package org.midline.core.nifti;

import java.nio.ByteOrder;
import java.nio.file.Path;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Volume;

/**
 * What a NIfTI file holds.
 *
 * @param file where it was read from
 * @param volume scaled values on a grid in patient LPS mm; NaN and infinite voxels are kept as they are in the file
 * @param version 1 or 2
 * @param byteOrder of the file
 * @param datatype of the file's voxels
 * @param placement how the grid was found
 * @param description the header's free text, without control characters; often empty
 */
public record NiftiImage(
        Path file,
        Volume volume,
        int version,
        ByteOrder byteOrder,
        NiftiDatatype datatype,
        NiftiPlacement placement,
        String description) {

    /**
     * The voxels that are not zero.
     *
     * @throws InputRefusedException if a voxel is NaN
     */
    public Mask mask() {
        float[] values = volume.values();
        var inside = new boolean[values.length];
        for (int n = 0; n < values.length; n++) {
            if (Float.isNaN(values[n])) {
                throw new InputRefusedException(file + ": voxel " + ijk(n) + " is NaN, expected a mask of numbers");
            }
            inside[n] = values[n] != 0;
        }
        return new Mask(volume.grid(), inside);
    }

    /**
     * The voxels as labels, one unsigned byte each, i fastest.
     *
     * @throws InputRefusedException if a voxel is not a whole number from 0 to 255
     */
    public byte[] labels() {
        float[] values = volume.values();
        var labels = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            int label = (int) values[n];
            if (label != values[n] || label < 0 || label > 255) {
                throw new InputRefusedException(
                        file + ": voxel " + ijk(n) + " is " + values[n] + ", expected labels from 0 to 255");
            }
            labels[n] = (byte) label;
        }
        return labels;
    }

    private String ijk(int index) {
        int sizeI = volume.grid().sizeI();
        int sizeJ = volume.grid().sizeJ();
        return "(%d, %d, %d)".formatted(index % sizeI, index / sizeI % sizeJ, index / sizeI / sizeJ);
    }
}
