package org.midline.delineation;

import org.midline.core.Volume;
import org.midline.network.inference.Localisation;

/** Finds brainstem and thalami in an image of any sequence, as the pipeline uses it. */
public interface RegionFinder extends AutoCloseable {

    /** @param image as acquired, on its native grid */
    Localisation locate(Volume image);

    /** What outputs say of it. */
    ModelIdentity identity();

    @Override
    void close();
}
