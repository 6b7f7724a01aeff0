package org.midline.evaluation.picture;

import java.util.Locale;
import org.midline.core.Vec3;

/**
 * The patient's planes as radiologists see them: the patient's right on the left of the picture, superior up, anterior
 * up (axial) or to the left (sagittal).
 */
public enum Plane {
    AXIAL(2),
    CORONAL(1),
    SAGITTAL(0);

    private static final char[] TOWARDS_POSITIVE = {'L', 'P', 'S'};
    private static final char[] TOWARDS_NEGATIVE = {'R', 'A', 'I'};

    private final int normalAxis;

    Plane(int normalAxis) {
        this.normalAxis = normalAxis;
    }

    /** The direction in the patient to which the picture's right points. */
    public Vec3 rightLps() {
        return this == SAGITTAL ? new Vec3(0, 1, 0) : new Vec3(1, 0, 0);
    }

    /** The direction in the patient to which the picture's lower edge points. */
    public Vec3 downLps() {
        return this == AXIAL ? new Vec3(0, 1, 0) : new Vec3(0, 0, -1);
    }

    /** The axis of the patient, 0 to 2 for x to z, that is constant in the plane. */
    public int normalAxis() {
        return normalAxis;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the slice through a point lies: the letter of the side and mm from the origin, such as {@code S 12.5 mm}. */
    String position(Vec3 throughLps) {
        double mm = throughLps.component(normalAxis);
        char side = mm < 0 ? TOWARDS_NEGATIVE[normalAxis] : TOWARDS_POSITIVE[normalAxis];
        return String.format(Locale.ROOT, "%c %.1f mm", side, Math.abs(mm));
    }

    /** The letter of the patient's side (R, L, A, P, S, I) to which a unit axis direction points. */
    static String side(Vec3 directionLps) {
        for (int axis = 0; axis < 3; axis++) {
            if (directionLps.component(axis) != 0) {
                char side = directionLps.component(axis) > 0 ? TOWARDS_POSITIVE[axis] : TOWARDS_NEGATIVE[axis];
                return String.valueOf(side);
            }
        }
        throw new IllegalArgumentException("No direction: " + directionLps);
    }
}
