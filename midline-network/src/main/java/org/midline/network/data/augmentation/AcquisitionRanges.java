package org.midline.network.data.augmentation;

/**
 * How often patches look as if they had been acquired otherwise.
 *
 * @param blurChance part of the patches that are blurred
 * @param thickSliceChance part of the patches on thick slices along one of the axes
 * @param thickestMm greatest thickness of these slices
 * @param motionChance part of the patches of which a moved copy is mixed in
 */
public record AcquisitionRanges(double blurChance, double thickSliceChance, double thickestMm, double motionChance) {
    static final AcquisitionRanges NONE = new AcquisitionRanges(0, 0, 0, 0);
}
