package org.midline.delineation;

import org.midline.core.Vec3;
import org.midline.core.Volume;

/** A network that has learned one sequence, as the pipeline uses it. */
public interface DelineationModel extends AutoCloseable {

    /**
     * The probability of tumour, 0 to 1, on a working grid about a point.
     *
     * @param image as acquired, on its native grid
     * @param centreLps in the brainstem and thalami
     */
    Volume probability(Volume image, Vec3 centreLps);

    /** The probability above which a voxel is inside. */
    double threshold();

    /** What outputs say of it. */
    ModelIdentity identity();

    @Override
    void close();
}
