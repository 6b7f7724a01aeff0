package org.midline.phantom.scanner;

import org.midline.phantom.noise.Draw;

/** Something that some images have, more or less of it. */
record Occasional(double probability, Range strength) {
    static final Occasional NEVER = new Occasional(0, new Range(0, 0));

    /** The strength, or 0. */
    double draw(Draw draw) {
        boolean present = draw.chance(probability);
        double drawn = strength.draw(draw);
        return present ? drawn : 0;
    }
}
