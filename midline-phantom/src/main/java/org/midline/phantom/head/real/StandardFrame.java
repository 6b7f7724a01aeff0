package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Vec3;

/**
 * Where a label map's head is in the standard frame of {@link org.midline.phantom.head.Head}: turned so that the
 * midsagittal plane is x = 0 and the line from the pons to the thalami has its usual slope, then scaled along the axes.
 *
 * @param sourceToUpright from patient LPS mm of the label map to upright, in mm of the real head; the origin is that of
 *     the standard frame
 * @param scale from upright to standard along x, y and z
 */
record StandardFrame(Affine sourceToUpright, Vec3 scale) {
    private static final double THALAMI_Y = 16;
    private static final double THALAMI_Z = 8;
    private static final double PONS_Y = 24;
    private static final double PONS_Z = -32;
    /** Width and length of the cerebrum in the standard frame. */
    private static final double WIDTH_MM = 136;

    private static final double LENGTH_MM = 168;

    static StandardFrame fit(Midsagittal plane, Vec3 pons) {
        double across = Math.sqrt(WIDTH_MM * LENGTH_MM / (plane.widthMm() * plane.lengthMm()));
        Vec3 toThalami = plane.origin().minus(pons);
        double backwards = toThalami.dot(plane.posterior());
        double upwards = toThalami.dot(plane.superior());
        double wantedBackwards = (THALAMI_Y - PONS_Y) / across;
        double wantedUpwards = Math.sqrt(backwards * backwards + upwards * upwards - wantedBackwards * wantedBackwards);
        double along = (THALAMI_Z - PONS_Z) / wantedUpwards;

        double turn = Math.atan2(wantedUpwards, wantedBackwards) - Math.atan2(upwards, backwards);
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        Vec3 x = plane.left();
        Vec3 y = plane.posterior().times(c).minus(plane.superior().times(s));
        Vec3 z = plane.posterior().times(s).plus(plane.superior().times(c));
        var turned = new Affine(
                new Vec3(x.x(), y.x(), z.x()),
                new Vec3(x.y(), y.y(), z.y()),
                new Vec3(x.z(), y.z(), z.z()),
                new Vec3(0, 0, 0));
        Vec3 thalami = new Vec3(0, THALAMI_Y / across, THALAMI_Z / along);
        return new StandardFrame(
                turned.withTranslation(thalami.minus(turned.apply(plane.origin()))), new Vec3(across, across, along));
    }

    Affine uprightToStandard() {
        return Affine.scaling(scale.x(), scale.y(), scale.z());
    }
}
