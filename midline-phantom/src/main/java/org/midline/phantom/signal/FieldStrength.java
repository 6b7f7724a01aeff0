package org.midline.phantom.signal;

/** Of the scanner's magnet. */
public enum FieldStrength {
    TESLA_1_5(1.5),
    TESLA_3(3);

    private final double tesla;

    FieldStrength(double tesla) {
        this.tesla = tesla;
    }

    public double tesla() {
        return tesla;
    }
}
