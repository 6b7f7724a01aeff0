package org.midline.phantom.deformation;

/** A map of patient space onto itself. Implementations are safe to use from many threads. */
@FunctionalInterface
public interface PointMap {
    PointMap IDENTITY = point -> {};

    /**
     * Moves a point.
     *
     * @param pointLps x, y, z in mm, overwritten by the image
     */
    void apply(double[] pointLps);

    /** The map that first applies this one, then {@code next}. */
    default PointMap then(PointMap next) {
        return point -> {
            apply(point);
            next.apply(point);
        };
    }
}
