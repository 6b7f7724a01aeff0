package org.midline.core.nifti;

import org.midline.core.Affine;
import org.midline.core.Vec3;

/**
 * A rotation as the NIfTI standard stores it: the unit quaternion a + bi + cj + dk with a >= 0, of which only b, c and d
 * are written (nifti1.h, "QUATERNION REPRESENTATION OF ROTATION MATRIX").
 */
record Quaternion(double b, double c, double d) {

    /**
     * The real part. Float32 cannot tell one below 3e-4 from none, which the standard's library takes it for: half turns
     * are frequent, turns of 179.97 degrees are not.
     */
    private double a() {
        double square = 1 - (b * b + c * c + d * d);
        return square < 1e-7 ? 0 : Math.sqrt(square);
    }

    /** The rotation, with no translation. */
    Affine rotation() {
        double a = a();
        double norm = Math.sqrt(a * a + b * b + c * c + d * d);
        a /= norm;
        double x = b / norm;
        double y = c / norm;
        double z = d / norm;
        return new Affine(
                new Vec3(a * a + x * x - y * y - z * z, 2 * (x * y + a * z), 2 * (x * z - a * y)),
                new Vec3(2 * (x * y - a * z), a * a + y * y - x * x - z * z, 2 * (y * z + a * x)),
                new Vec3(2 * (x * z + a * y), 2 * (y * z - a * x), a * a + z * z - x * x - y * y),
                new Vec3(0, 0, 0));
    }

    /** The quaternion of a right-handed set of orthogonal unit columns. */
    static Quaternion of(Vec3 i, Vec3 j, Vec3 k) {
        double trace = i.x() + j.y() + k.z();
        if (trace > 0) {
            double a = Math.sqrt(1 + trace) / 2;
            return new Quaternion((j.z() - k.y()) / (4 * a), (k.x() - i.z()) / (4 * a), (i.y() - j.x()) / (4 * a));
        }
        double a;
        double b;
        double c;
        double d;
        if (i.x() >= j.y() && i.x() >= k.z()) {
            b = Math.sqrt(Math.max(0, 1 + i.x() - j.y() - k.z())) / 2;
            a = (j.z() - k.y()) / (4 * b);
            c = (j.x() + i.y()) / (4 * b);
            d = (k.x() + i.z()) / (4 * b);
        } else if (j.y() >= k.z()) {
            c = Math.sqrt(Math.max(0, 1 + j.y() - i.x() - k.z())) / 2;
            a = (k.x() - i.z()) / (4 * c);
            b = (j.x() + i.y()) / (4 * c);
            d = (k.y() + j.z()) / (4 * c);
        } else {
            d = Math.sqrt(Math.max(0, 1 + k.z() - i.x() - j.y())) / 2;
            a = (i.y() - j.x()) / (4 * d);
            b = (k.x() + i.z()) / (4 * d);
            c = (k.y() + j.z()) / (4 * d);
        }
        return a < 0 ? new Quaternion(-b, -c, -d) : new Quaternion(b, c, d);
    }
}
