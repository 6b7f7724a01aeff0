package org.midline.dicom.write;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as DICOM decimal strings (VR DS): at most 16 characters. */
final class DecimalString {
    private static final int MAX_CHARACTERS = 16;
    private static final int MAX_DIGITS = 17;

    private DecimalString() {}

    /**
     * The decimal of at most 16 characters that is nearest to the value.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("No decimal string for " + value);
        }
        var exact = new BigDecimal(Double.toString(value));
        if (exact.signum() == 0) {
            return "0";
        }
        for (int digits = MAX_DIGITS; digits > 0; digits--) {
            var rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            if (plain.length() <= MAX_CHARACTERS) {
                return plain;
            }
            String scientific = rounded.toString();
            if (scientific.length() <= MAX_CHARACTERS) {
                return scientific;
            }
        }
        throw new IllegalStateException("One digit and an exponent fit into 16 characters: " + value);
    }

    /** The value rounded to a thousandth, without trailing zeros. */
    static String thousandths(double value) {
        return of(Math.rint(value * 1000) / 1000);
    }

    /** The value that a reader gets back from {@link #of(double)}. */
    static double asRead(double value) {
        return Double.parseDouble(of(value));
    }
}
