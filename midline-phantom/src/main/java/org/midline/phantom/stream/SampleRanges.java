package org.midline.phantom.stream;

/**
 * How far samples are changed beyond what patients and protocols differ by. Each quantity is drawn evenly from its range
 * for each sample anew.
 *
 * @param shiftMm of the working grid along each axis, plus or minus
 * @param rotationDeg of the head about each axis, plus or minus
 * @param scale smallest factor of size below and above 1: 0.15 means 0.85 to 1.15
 * @param stretch the same, for each axis by itself
 * @param elasticMm largest standard deviation of the control points' displacement
 * @param mirrorLeftRight whether half of the samples are mirrored
 * @param jitteredShare of samples with relaxation times and timings from beyond what is usual
 * @param randomShare of samples with a random contrast
 */
public record SampleRanges(
        double shiftMm,
        double rotationDeg,
        double scale,
        double stretch,
        double elasticMm,
        boolean mirrorLeftRight,
        double jitteredShare,
        double randomShare) {

    /** For training on the region: the localiser may miss the centre by centimetres. */
    public static SampleRanges region() {
        return new SampleRanges(14, 14, 0.12, 0.05, 7, true, 0.25, 0.1);
    }

    /** For training on the head: any pose and field of view. */
    public static SampleRanges head() {
        return new SampleRanges(30, 18, 0.15, 0.05, 9, true, 0.25, 0.25);
    }

    /** The head as it is, the working grid where inference would put it. */
    public static SampleRanges none() {
        return new SampleRanges(0, 0, 0, 0, 0, false, 0, 0);
    }
}
