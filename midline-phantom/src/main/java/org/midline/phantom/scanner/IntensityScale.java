package org.midline.phantom.scanner;

/**
 * How signal becomes stored numbers.
 *
 * @param whiteMatterLevel stored value of the contrast's reference, mostly white matter
 * @param rescaleSlope from stored values to what the maker shows, as in DICOM's Rescale Slope
 * @param rescaleIntercept as in DICOM's Rescale Intercept
 */
public record IntensityScale(double whiteMatterLevel, double rescaleSlope, double rescaleIntercept) {}
