package org.midline.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * The name of a measure and how its numbers are written.
 *
 * @param key in files: lower case with the unit, such as {@code hd95_mm}
 * @param title for people, without the unit
 * @param unit empty for a fraction
 * @param decimals places after the point in text and reports; files carry six
 */
public record Metric(String key, String title, String unit, int decimals) {
    public static final Metric DSC = new Metric("dsc", "DSC", "", 3);
    public static final Metric HD95 = new Metric("hd95_mm", "HD95", "mm", 2);
    public static final Metric ASSD = new Metric("assd_mm", "ASSD", "mm", 2);
    public static final Metric NSD_2_MM = nsd(2);
    public static final Metric SENSITIVITY = new Metric("sensitivity", "Sensitivity", "", 3);
    public static final Metric PRECISION = new Metric("precision", "Precision", "", 3);
    public static final Metric TRUTH_VOLUME = new Metric("truth_volume_ml", "Volume of truth", "ml", 2);
    public static final Metric PROPOSAL_VOLUME = new Metric("proposal_volume_ml", "Volume of proposal", "ml", 2);
    public static final Metric VOLUME_DIFFERENCE = new Metric("volume_difference_ml", "Volume difference", "ml", 2);
    public static final Metric RELATIVE_VOLUME_DIFFERENCE =
            new Metric("volume_difference_percent", "Relative volume difference", "%", 1);

    /** What is measured of every case, in the order of tables. */
    public static final List<Metric> STANDARD = List.of(
            DSC,
            HD95,
            ASSD,
            NSD_2_MM,
            SENSITIVITY,
            PRECISION,
            TRUTH_VOLUME,
            PROPOSAL_VOLUME,
            VOLUME_DIFFERENCE,
            RELATIVE_VOLUME_DIFFERENCE);

    /** Normalised surface distance at a tolerance. */
    public static Metric nsd(double toleranceMm) {
        String tolerance = toleranceMm == Math.rint(toleranceMm)
                ? String.format(Locale.ROOT, "%.0f", toleranceMm)
                : Double.toString(toleranceMm);
        return new Metric("nsd_" + tolerance + "mm", "NSD at " + tolerance + " mm", "", 3);
    }

    /** Title with the unit: {@code HD95 (mm)}. */
    public String heading() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    /** The number with this metric's decimals, or "undefined". */
    public String format(Measure measure) {
        return measure instanceof Measure.Value value ? format(value.value()) : "undefined";
    }

    /** The number with this metric's decimals and a point whatever the locale; never "-0.00". */
    public String format(double value) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
