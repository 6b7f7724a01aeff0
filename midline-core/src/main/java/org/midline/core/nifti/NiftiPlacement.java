package org.midline.core.nifti;

/**
 * Which of the ways that a NIfTI header tells where its voxels lie was followed.
 *
 * @param source what was used
 * @param disagreement true if the header holds an sform and a qform that put a corner of the image further apart than a
 *     quarter of the smallest voxel spacing, and than a qform's rounding explains (0.7 mm per metre of the diagonal)
 * @param reason why this one, in one line, for the user
 */
public record NiftiPlacement(Source source, boolean disagreement, String reason) {

    /** The three methods of the standard. */
    public enum Source {
        /** A general affine map (method 3). */
        SFORM,
        /** A rotation and the spacing (method 2). */
        QFORM,
        /** The spacing alone (method 1): left and right, and where the image lies, are not known. */
        SPACING_ONLY
    }
}
