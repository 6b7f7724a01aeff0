package org.midline.phantom.noise;

import java.util.SplittableRandom;

/** Draws from the distributions that patients and protocols are made of. One thread per instance. */
public final class Draw {
    private final SplittableRandom random;

    public Draw(SplittableRandom random) {
        this.random = random;
    }

    /** A stream of its own, so that drawing more in one place leaves the rest of a patient as it was. */
    public Draw split() {
        return new Draw(random.split());
    }

    public double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Normal deviate, cut at two standard deviations. */
    public double normal(double mean, double standardDeviation) {
        double deviate;
        do {
            deviate = random.nextGaussian();
        } while (Math.abs(deviate) > 2);
        return mean + standardDeviation * deviate;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Log-uniform: each doubling between the bounds is as likely as the next. */
    public double logUniform(double from, double to) {
        return from * Math.exp(Math.log(to / from) * random.nextDouble());
    }

    /** One of the values, with a chance in proportion to its weight. */
    public <T> T choose(T[] values, double... weights) {
        return values[choose(weights)];
    }

    /** An index with a chance in proportion to its weight. */
    public int choose(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double mark = sum * random.nextDouble();
        for (int n = 0; n < weights.length - 1; n++) {
            mark -= weights[n];
            if (mark < 0) {
                return n;
            }
        }
        return weights.length - 1;
    }

    public long nextLong() {
        return random.nextLong();
    }

    SplittableRandom random() {
        return random;
    }
}
