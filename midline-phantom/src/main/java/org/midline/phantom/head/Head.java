package org.midline.phantom.head;

import org.midline.core.Affine;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;

/**
 * One person's head, at rest in the scanner. Safe to use from many threads.
 *
 * <p>The standard frame: mm, x the signed distance from the midsagittal plane towards the patient's left, y posterior,
 * z superior, the size of an adult; the pons about (0, 24, -32), the thalami about (+-11, 16, 8).
 */
public interface Head {

    /** The anatomy it was made from; two patients that share it must not lie on both sides of a split. */
    String source();

    double ageYears();

    /** From patient LPS to the standard frame, as good as an affine map can. */
    Affine patientToStandard();

    /**
     * The tissues on a grid.
     *
     * @param presentToRest from where a point is to where it was before something pushed it
     */
    HeadMap map(VoxelGrid grid, PointMap presentToRest);
}
