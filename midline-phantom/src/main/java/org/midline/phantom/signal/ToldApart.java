package org.midline.phantom.signal;

import org.midline.phantom.material.Material;

/**
 * A contrast in which a living tumour differs from its host by at least a share of the host's signal that grows with
 * its density, up to {@value #LEAST}; on the side on which the dense tumour lies anyway.
 */
final class ToldApart implements Contrast {
    private static final double LEAST = 0.12;

    private final Contrast contrast;

    ToldApart(Contrast contrast) {
        this.contrast = contrast;
    }

    @Override
    public float signal(Material material) {
        float signal = contrast.signal(material);
        boolean living = material.density() > 0
                && material.enhancing() == 0
                && material.necrosis() == 0
                && material.cyst() == 0
                && material.haemorrhage() == 0;
        if (!living || !PhysicalContrast.givesWay(material.host())) {
            return signal;
        }
        float host = contrast.signal(Material.healthy(material.host()));
        float dense = contrast.signal(new Material(material.host(), 1, 0, 0, 0, 0, 0));
        double apart = LEAST * material.density() * host;
        return (float) (dense >= host ? Math.max(signal, host + apart) : Math.min(signal, host - apart));
    }

    @Override
    public float texture(Material material) {
        return contrast.texture(material);
    }

    @Override
    public float reference() {
        return contrast.reference();
    }
}
