package org.midline.dicom.read;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * From stored values to image values: {@code slope * stored + intercept}; stored values in the range of pixel padding
 * become 0, no signal. Without padding the range is empty.
 *
 * @param paddingFrom the smallest stored value that is padding
 * @param paddingTo the largest
 */
record ValueTransformation(double slope, double intercept, int paddingFrom, int paddingTo) {

    static ValueTransformation of(Attributes dataset, FunctionalGroups groups) throws UnusableException {
        if (dataset.containsValue(Tag.ModalityLUTSequence)) {
            throw new UnusableException("values by a Modality LUT (0028,3000), expected RescaleSlope");
        }
        double slope = first(groups.doubles(Tag.PixelValueTransformationSequence, Tag.RescaleSlope), dataset, 1);
        double[] intercepts = groups.doubles(Tag.PixelValueTransformationSequence, Tag.RescaleIntercept);
        double intercept = intercepts.length > 0 ? intercepts[0] : dataset.getDouble(Tag.RescaleIntercept, 0);
        if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new UnusableException("RescaleSlope %s and RescaleIntercept %s".formatted(slope, intercept));
        }
        if (!dataset.containsValue(Tag.PixelPaddingValue)) {
            return new ValueTransformation(slope, intercept, 1, 0);
        }
        boolean signed = dataset.getInt(Tag.PixelRepresentation, 0) == 1;
        int one = padding(dataset, Tag.PixelPaddingValue, signed);
        int other = dataset.containsValue(Tag.PixelPaddingRangeLimit)
                ? padding(dataset, Tag.PixelPaddingRangeLimit, signed)
                : one;
        return new ValueTransformation(slope, intercept, Math.min(one, other), Math.max(one, other));
    }

    private static double first(double[] ofFrame, Attributes dataset, double otherwise) {
        return ofFrame.length > 0 ? ofFrame[0] : dataset.getDouble(Tag.RescaleSlope, otherwise);
    }

    /** Writers confuse US and SS here, so the 16 bits are read as the pixels are. */
    private static int padding(Attributes dataset, int tag, boolean signed) {
        int bits = dataset.getInt(tag, 0) & 0xFFFF;
        return signed ? (short) bits : bits;
    }

    float apply(int stored) {
        if (stored >= paddingFrom && stored <= paddingTo) {
            return 0;
        }
        return (float) (slope * stored + intercept);
    }
}
