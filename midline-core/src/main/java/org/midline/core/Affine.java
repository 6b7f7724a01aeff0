package org.midline.core;

/**
 * An affine map of space, {@code p -> A p + t}, held as the three columns of {@code A} and the translation {@code t}.
 *
 * <p>The map from voxel indices to patient coordinates has as its columns the steps in mm along i, j and k, and as its
 * translation the centre of voxel (0, 0, 0). Columns need not be orthogonal: NIfTI allows shear.
 */
public record Affine(Vec3 columnI, Vec3 columnJ, Vec3 columnK, Vec3 translation) {

    public static final Affine IDENTITY =
            new Affine(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), new Vec3(0, 0, 0));

    public static Affine scaling(double x, double y, double z) {
        return new Affine(new Vec3(x, 0, 0), new Vec3(0, y, 0), new Vec3(0, 0, z), new Vec3(0, 0, 0));
    }

    public static Affine translation(double x, double y, double z) {
        return IDENTITY.withTranslation(new Vec3(x, y, z));
    }

    /** Right-handed rotation about axis 0 (x), 1 (y) or 2 (z) through the origin. */
    public static Affine rotation(int axis, double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        var origin = new Vec3(0, 0, 0);
        return switch (axis) {
            case 0 -> new Affine(new Vec3(1, 0, 0), new Vec3(0, c, s), new Vec3(0, -s, c), origin);
            case 1 -> new Affine(new Vec3(c, 0, -s), new Vec3(0, 1, 0), new Vec3(s, 0, c), origin);
            case 2 -> new Affine(new Vec3(c, s, 0), new Vec3(-s, c, 0), new Vec3(0, 0, 1), origin);
            default -> throw new IndexOutOfBoundsException("Axis " + axis + ": expected 0, 1 or 2");
        };
    }

    /** Three rows of four numbers, the upper part of a 4x4 matrix. */
    public static Affine ofRows(double[][] rows) {
        if (rows.length < 3 || rows[0].length != 4 || rows[1].length != 4 || rows[2].length != 4) {
            throw new IllegalArgumentException("Expected at least three rows of four numbers");
        }
        return new Affine(
                new Vec3(rows[0][0], rows[1][0], rows[2][0]),
                new Vec3(rows[0][1], rows[1][1], rows[2][1]),
                new Vec3(rows[0][2], rows[1][2], rows[2][2]),
                new Vec3(rows[0][3], rows[1][3], rows[2][3]));
    }

    public Affine withTranslation(Vec3 newTranslation) {
        return new Affine(columnI, columnJ, columnK, newTranslation);
    }

    public Vec3 apply(double i, double j, double k) {
        return new Vec3(
                columnI.x() * i + columnJ.x() * j + columnK.x() * k + translation.x(),
                columnI.y() * i + columnJ.y() * j + columnK.y() * k + translation.y(),
                columnI.z() * i + columnJ.z() * j + columnK.z() * k + translation.z());
    }

    public Vec3 apply(Vec3 point) {
        return apply(point.x(), point.y(), point.z());
    }

    /** The linear part only: for directions. */
    public Vec3 applyToDirection(Vec3 direction) {
        return apply(direction).minus(translation);
    }

    /** The map that first applies {@code inner}, then this one. */
    public Affine after(Affine inner) {
        return new Affine(
                applyToDirection(inner.columnI),
                applyToDirection(inner.columnJ),
                applyToDirection(inner.columnK),
                apply(inner.translation));
    }

    /** Signed volume of the cell spanned by the columns. */
    public double determinant() {
        return columnI.dot(columnJ.cross(columnK));
    }

    /**
     * The inverse map.
     *
     * @throws ArithmeticException if the columns span no volume
     */
    public Affine inverse() {
        double determinant = determinant();
        if (!(Math.abs(determinant) > 0) || Double.isInfinite(determinant)) {
            throw new ArithmeticException("Affine map cannot be inverted: determinant " + determinant);
        }
        Vec3 rowI = columnJ.cross(columnK).times(1 / determinant);
        Vec3 rowJ = columnK.cross(columnI).times(1 / determinant);
        Vec3 rowK = columnI.cross(columnJ).times(1 / determinant);
        var linear = new Affine(
                new Vec3(rowI.x(), rowJ.x(), rowK.x()),
                new Vec3(rowI.y(), rowJ.y(), rowK.y()),
                new Vec3(rowI.z(), rowJ.z(), rowK.z()),
                new Vec3(0, 0, 0));
        return linear.withTranslation(linear.apply(translation).times(-1));
    }

    /** Column 0 (i), 1 (j) or 2 (k). */
    public Vec3 column(int axis) {
        return switch (axis) {
            case 0 -> columnI;
            case 1 -> columnJ;
            case 2 -> columnK;
            default -> throw new IndexOutOfBoundsException("Axis " + axis + ": expected 0, 1 or 2");
        };
    }
}
