package org.midline.phantom.material;

import org.midline.phantom.head.Tissue;

/**
 * What a voxel is made of: a tissue and, as shares from 0 to 1, what disease has made of it (see {@link TissueChange}).
 */
public record Material(
        Tissue host, float density, float necrosis, float cyst, float haemorrhage, float enhancing, float oedema) {

    public static Material healthy(Tissue tissue) {
        return new Material(tissue, 0, 0, 0, 0, 0, 0);
    }

    public boolean isHealthy() {
        return density == 0 && necrosis == 0 && cyst == 0 && haemorrhage == 0 && enhancing == 0 && oedema == 0;
    }
}
