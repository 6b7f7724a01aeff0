package org.midline.network.data.augmentation;

/**
 * How far a patch's intensities are changed once it is normalised. Each quantity is drawn evenly from its range, for each
 * patch anew; intensities are in standard deviations of the patch.
 *
 * @param gamma exponents between its inverse and itself
 * @param contrast largest change of the factor 1; brightness moves by as much
 * @param biasField standard deviation of the logarithm of the field's control points
 * @param noise largest standard deviation of the noise
 * @param clipChance part of the patches whose extremes are cut off, somewhere beyond 1.5
 * @param cutOutChance part of the patches with a box taken out
 * @param inversionChance part of the patches that are shown dark for bright; for networks that read any contrast
 */
public record IntensityRanges(
        double gamma,
        double contrast,
        double biasField,
        double noise,
        double clipChance,
        double cutOutChance,
        double inversionChance) {
    static final IntensityRanges NONE = new IntensityRanges(1, 0, 0, 0, 0, 0, 0);
}
