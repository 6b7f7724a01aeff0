package org.midline.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;

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
    public static final Metric JACCARD = new Metric("jaccard", "Jaccard", "", 3);
    public static final Metric HD = new Metric("hd_mm", "HD", "mm", 2);
    public static final Metric MASD = new Metric("masd_mm", "MASD", "mm", 2);
    public static final Metric HD95_VOXELS_MONAI = new Metric("hd95_monai_mm", "HD95 of voxels, as MONAI", "mm", 2);
    public static final Metric HD95_VOXELS_MEDPY = new Metric("hd95_medpy_mm", "HD95 of voxels, as MedPy", "mm", 2);
    public static final Metric ASSD_VOXELS = new Metric("assd_voxel_mm", "ASSD of voxels", "mm", 2);
    public static final Metric MASD_VOXELS = new Metric("masd_voxel_mm", "MASD of voxels", "mm", 2);
    public static final Metric ADDED_PATH_LENGTH = new Metric("added_path_length_mm", "Added path length", "mm", 0);
    public static final Metric CENTRE_DISTANCE = new Metric("centre_distance_mm", "Distance of centres", "mm", 2);
    public static final Metric LESION_WISE_DSC = new Metric("lesion_wise_dsc", "Lesion-wise DSC", "", 3);
    public static final Metric LESION_WISE_HD95 = new Metric("lesion_wise_hd95_mm", "Lesion-wise HD95", "mm", 2);
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

    /** What can be measured besides, by key. */
    private static final List<Metric> FURTHER = List.of(
            JACCARD,
            HD,
            MASD,
            HD95_VOXELS_MONAI,
            HD95_VOXELS_MEDPY,
            ASSD_VOXELS,
            MASD_VOXELS,
            ADDED_PATH_LENGTH,
            CENTRE_DISTANCE,
            LESION_WISE_DSC,
            LESION_WISE_HD95);

    private static final Pattern NSD = Pattern.compile("nsd_(voxel_)?(\\d+(?:\\.\\d+)?)mm");

    /** Normalised surface distance at a tolerance. */
    public static Metric nsd(double toleranceMm) {
        String tolerance = tolerance(toleranceMm);
        return new Metric("nsd_" + tolerance + "mm", "NSD at " + tolerance + " mm", "", 3);
    }

    /** The same with the boundary voxels of MedPy and MONAI. */
    public static Metric nsdOfVoxels(double toleranceMm) {
        String tolerance = tolerance(toleranceMm);
        return new Metric("nsd_voxel_" + tolerance + "mm", "NSD of voxels at " + tolerance + " mm", "", 3);
    }

    private static String tolerance(double mm) {
        return mm == Math.rint(mm) ? String.format(Locale.ROOT, "%.0f", mm) : Double.toString(mm);
    }

    /** The tolerance of a normalised surface distance, in mm; empty for all else. */
    OptionalDouble toleranceMm() {
        var matcher = NSD.matcher(key);
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(2))) : OptionalDouble.empty();
    }

    /**
     * The metric of a key; {@code nsd_Xmm} and {@code nsd_voxel_Xmm} for any tolerance X.
     *
     * @throws InputRefusedException if there is none, with those that there are
     */
    public static Metric ofKey(String key) {
        var matcher = NSD.matcher(key);
        if (matcher.matches()) {
            double toleranceMm = Double.parseDouble(matcher.group(2));
            return matcher.group(1) == null ? nsd(toleranceMm) : nsdOfVoxels(toleranceMm);
        }
        return Stream.concat(STANDARD.stream(), FURTHER.stream())
                .filter(metric -> metric.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new InputRefusedException(
                        "No measure '%s'; there are %s, nsd_Xmm and nsd_voxel_Xmm".formatted(key, keys())));
    }

    /** The keys of all metrics that have a fixed one. */
    public static String keys() {
        return Stream.concat(STANDARD.stream(), FURTHER.stream())
                .map(Metric::key)
                .filter(key -> !NSD.matcher(key).matches())
                .collect(Collectors.joining(", "));
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
