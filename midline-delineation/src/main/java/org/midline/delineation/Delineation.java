package org.midline.delineation;

import java.util.List;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** What delineating an image came to. */
public sealed interface Delineation {

    /**
     * A tumour.
     *
     * @param gtv on the native grid of the image, not empty
     * @param probability of the parts that were kept, 0 to 1, on the working grid; below the threshold elsewhere
     * @param threshold above which a voxel is inside
     * @param regionCentreLps the point in the brainstem and thalami that the working grid was laid about
     * @param cautions what should be looked at before this is used, a statement each
     */
    record Found(
            Mask gtv,
            Volume probability,
            double threshold,
            Vec3 regionCentreLps,
            List<String> cautions,
            Timings timings)
            implements Delineation {
        public Found {
            if (gtv.isEmpty()) {
                throw new IllegalArgumentException("An empty delineation is NothingFound");
            }
            cautions = List.copyOf(cautions);
        }

        /** The same tumour on another grid in the same patient frame; may be empty where that grid does not reach. */
        public Mask gtvOn(VoxelGrid grid) {
            return NativeGrid.above(probability, (float) threshold, grid);
        }
    }

    /** The image was searched and no tumour was found in it; not a proof that there is none. */
    record NothingFound(String reason, Timings timings) implements Delineation {}

    /** The image cannot be delineated on. */
    record Refused(String reason) implements Delineation {}
}
