package org.midline.phantom.scanner;

/**
 * The excited slice's profile across its thickness: flat, with cosine edges, half of the height at the nominal borders,
 * so that width at half height and area are those of the nominal slice. Its tails reach into the gap and the next slice.
 *
 * @param edge half width of the edges, relative to half of the thickness; 0 for a boxcar, at most 1
 * @param crossTalk share of the signal that every other slice loses to its neighbours' pulses, 0 to 1
 */
record SlicePulse(double edge, double crossTalk) {
    static final SlicePulse IDEAL = new SlicePulse(0, 0);

    /** Height at a distance from the middle of the slice, 1 in the middle. */
    double height(double distanceMm, double thicknessMm) {
        double half = thicknessMm / 2;
        double beyond = (Math.abs(distanceMm) - half) / (edge * half + 1e-12);
        if (beyond <= -1) {
            return 1;
        }
        return beyond >= 1 ? 0 : 0.5 * (1 - Math.sin(beyond * Math.PI / 2));
    }

    /** How far from the middle there is any signal. */
    double reachMm(double thicknessMm) {
        return thicknessMm / 2 * (1 + edge);
    }

    double gain(int slice) {
        return slice % 2 == 1 ? 1 - crossTalk : 1;
    }
}
