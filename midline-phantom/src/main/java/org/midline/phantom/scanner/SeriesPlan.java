package org.midline.phantom.scanner;

import java.io.IOException;
import java.util.Locale;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Protocol.Plane;

/**
 * One way in which a centre acquires a sequence; see the keys in {@code docs/howto-phantom.md}.
 *
 * @param pulses what is drawn for the pulse sequence
 * @param tiltDeg standard deviation of the planes' pitch away from the patient's axes
 * @param phaseFieldShare of the field along the phase direction, relative to the other in-plane direction
 * @param gapShare of the slice spacing
 * @param coverageMm of the slices from the first to the last
 * @param signalToNoise at 1.5 T; a quarter more at 3 T
 */
record SeriesPlan(
        PulsePlan pulses,
        boolean threeDimensional,
        Weighted<Plane> planes,
        double tiltDeg,
        Range fieldOfViewMm,
        Weighted<Integer> matrix,
        Range phaseFieldShare,
        Range sliceSpacingMm,
        Range gapShare,
        Range coverageMm,
        Range signalToNoise,
        String description) {

    static SeriesPlan read(KeyedObject object) throws IOException {
        var plan = new SeriesPlan(
                PulsePlan.read(object),
                object.flag("threeDimensional"),
                object.weighted("planes", "axial, sagittal or coronal", SeriesPlan::plane),
                object.number("tiltDeg", 0, 30),
                object.range("fieldOfViewMm", 100, 400),
                object.weighted("matrix", "a number of pixels from 64 to 640", SeriesPlan::pixels),
                object.range("phaseFieldShare", 0.4, 1),
                object.range("sliceSpacingMm", 0.4, 12),
                object.range("gapShare", 0, 0.6),
                object.range("coverageMm", 40, 260),
                object.range("signalToNoise", 1, 500),
                object.text("description"));
        return plan;
    }

    /** In the order of the file: {@code share} is read by the centre. */
    private static Plane plane(String name) {
        return Plane.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static int pixels(String name) {
        int pixels = Integer.parseInt(name);
        if (pixels < 64 || pixels > 640) {
            throw new IllegalArgumentException(name);
        }
        return pixels;
    }

    String describe(Plane plane) {
        String orientation = switch (plane) {
            case AXIAL -> "ax";
            case SAGITTAL -> "sag";
            case CORONAL -> "cor";
        };
        return description + " " + orientation;
    }

    /** Which in-plane direction is encoded by phase: left to right in most axial scans. */
    static boolean drawPhaseAlongI(Plane plane, Draw draw) {
        return draw.chance(plane == Plane.SAGITTAL ? 0.75 : 0.65);
    }
}
