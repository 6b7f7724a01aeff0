package org.midline.phantom.sheet;

import org.midline.core.Vec3;

/** A plane of the patient as a radiologist hangs it: the patient's right on the viewer's left. */
enum Plane {
    AXIAL,
    SAGITTAL,
    CORONAL;

    /** The direction in patient LPS that runs to the right in the picture. */
    Vec3 right() {
        return this == SAGITTAL ? new Vec3(0, 1, 0) : new Vec3(1, 0, 0);
    }

    /** The direction in patient LPS that runs down in the picture. */
    Vec3 down() {
        return this == AXIAL ? new Vec3(0, 1, 0) : new Vec3(0, 0, -1);
    }

    /** The point of the plane through one point that is nearest to another. */
    Vec3 nearest(Vec3 throughLps, Vec3 toLps) {
        Vec3 normal = right().cross(down());
        return toLps.plus(normal.times(throughLps.minus(toLps).dot(normal)));
    }
}
