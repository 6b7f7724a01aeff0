package org.midline.network.training;

/** The mean of the values so far, each counting a little less than the one after it. */
final class Smoothed {
    private static final double FORGET = 0.97;

    private double sum;
    private double weight;

    void add(double value) {
        sum = FORGET * sum + value;
        weight = FORGET * weight + 1;
    }

    /** Not a number before the first value. */
    double mean() {
        return sum / weight;
    }
}
