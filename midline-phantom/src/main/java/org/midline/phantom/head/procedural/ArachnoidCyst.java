package org.midline.phantom.head.procedural;

import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;

/** A pouch of fluid in the cavity that displaces no bone: an ellipsoid of the template. */
record ArachnoidCyst(Vec3 centreMm, Vec3 radiiMm) {
    private static final Vec3 TEMPORAL_POLE = new Vec3(42, -18, -28);
    private static final Vec3 BEHIND_CEREBELLUM = new Vec3(0, 88, -42);
    private static final Vec3 CONVEXITY = new Vec3(58, 0, 25);

    /** At one of the usual places, 2 to 5 cm across. */
    static ArachnoidCyst draw(Draw draw) {
        var places = new Vec3[] {TEMPORAL_POLE, BEHIND_CEREBELLUM, CONVEXITY};
        Vec3 place = draw.choose(places, 0.5, 0.3, 0.2);
        double side = draw.chance(0.6) ? 1 : -1;
        double radius = draw.uniform(10, 22);
        return new ArachnoidCyst(
                new Vec3(side * place.x() + draw.normal(0, 3), place.y() + draw.normal(0, 3), place.z()),
                new Vec3(radius * draw.uniform(0.6, 1), radius, radius * draw.uniform(0.6, 1)));
    }

    boolean contains(double x, double y, double z) {
        return Solids.inEllipsoid(
                x, y, z, centreMm.x(), centreMm.y(), centreMm.z(), radiiMm.x(), radiiMm.y(), radiiMm.z());
    }
}
