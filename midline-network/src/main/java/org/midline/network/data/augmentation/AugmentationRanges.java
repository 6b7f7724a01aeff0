package org.midline.network.data.augmentation;

/** How far and how often patches are changed. */
public record AugmentationRanges(PoseRanges pose, AcquisitionRanges acquisition, IntensityRanges intensity) {

    /** For training on the region: the localiser may miss the centre by centimetres. */
    public static AugmentationRanges region() {
        return new AugmentationRanges(
                new PoseRanges(14, 15, 0.15, 2.5, true),
                new AcquisitionRanges(0.3, 0.2, 7, 0.1),
                new IntensityRanges(1.5, 0.2, 0.15, 0.2, 0.1, 0.1, 0));
    }

    /** For training on the head: any pose, field of view and contrast. */
    public static AugmentationRanges head() {
        return new AugmentationRanges(
                new PoseRanges(30, 20, 0.2, 3, true),
                new AcquisitionRanges(0.3, 0.2, 10, 0.1),
                new IntensityRanges(1.5, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1));
    }

    /** Nothing changed. */
    public static AugmentationRanges none() {
        return new AugmentationRanges(PoseRanges.NONE, AcquisitionRanges.NONE, IntensityRanges.NONE);
    }
}
