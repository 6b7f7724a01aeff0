package org.midline.phantom.scanner;

import org.midline.phantom.noise.Draw;

/**
 * Whose scanner: decides the scale of stored intensities. The ranges are chosen for this phantom so that they differ by
 * as much as the makers' images do; MR intensities have no unit.
 */
public enum Vendor {
    SIEMENS(120, 500),
    GE(400, 3000),
    PHILIPS(250, 1200);

    private final double leastLevel;
    private final double mostLevel;

    Vendor(double leastLevel, double mostLevel) {
        this.leastLevel = leastLevel;
        this.mostLevel = mostLevel;
    }

    /** Philips stores integers with a slope of its own; the others store what they mean. */
    IntensityScale draw(Draw draw) {
        double level = draw.logUniform(leastLevel, mostLevel);
        double slope = draw.logUniform(0.4, 4);
        return new IntensityScale(level, this == PHILIPS ? slope : 1, 0);
    }
}
