package org.midline.core;

/** A point or direction in three dimensions; the frame and unit are told by the name that holds it. */
public record Vec3(double x, double y, double z) {

    public Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    public Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    public Vec3 times(double factor) {
        return new Vec3(factor * x, factor * y, factor * z);
    }

    public double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** Right-handed cross product. */
    public Vec3 cross(Vec3 other) {
        return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /**
     * This direction at length one.
     *
     * @throws ArithmeticException if the length is zero or not finite
     */
    public Vec3 unit() {
        double length = length();
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new ArithmeticException("No direction: " + this + " has length " + length);
        }
        return times(1 / length);
    }

    /** Component 0 (x), 1 (y) or 2 (z). */
    public double component(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IndexOutOfBoundsException("Axis " + axis + ": expected 0, 1 or 2");
        };
    }
}
