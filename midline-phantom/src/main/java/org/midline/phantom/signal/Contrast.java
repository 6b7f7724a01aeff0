package org.midline.phantom.signal;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/** What a material looks like in one image, before the scanner's coils, voxels and noise. */
public interface Contrast {

    /** Mean signal, at least 0; its unit is the same for all materials of the contrast. */
    float signal(Material material);

    /** Standard deviation of the signal within the material, relative to the mean. */
    float texture(Material material);

    /** The signal that the noise and the intensities of an image are reckoned from, above 0: white matter's. */
    default float reference() {
        return signal(Material.healthy(Tissue.WHITE_MATTER));
    }
}
