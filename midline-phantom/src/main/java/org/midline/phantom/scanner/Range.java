package org.midline.phantom.scanner;

import org.midline.phantom.noise.Draw;

/** From the one value to the other, both included; every value as likely as the next. */
record Range(double from, double to) {

    Range {
        if (!(from <= to)) {
            throw new IllegalArgumentException("Range from %s to %s: expected the smaller first".formatted(from, to));
        }
    }

    double draw(Draw draw) {
        return draw.uniform(from, to);
    }

    /** Each doubling as likely as the next; the values have to be above 0. */
    double drawLogUniform(Draw draw) {
        return draw.logUniform(from, to);
    }
}
