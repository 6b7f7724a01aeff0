package org.midline.network.data;

import java.util.List;
import java.util.SplittableRandom;
import org.midline.core.Affine;
import org.midline.core.Vec3;

/**
 * What was drawn for one patch; applying it is deterministic, so that a patch can be made again.
 *
 * @param patchToSource from mm offsets within the patch to mm offsets from the case's centre
 * @param displacementMm x, y and z of the elastic displacement at the control points
 * @param logBias at the control points
 * @param noiseSeed for the noise itself
 * @param blur weight of each neighbour in a three-point filter along each axis; 0 for none
 */
record PatchTransform(
        Affine patchToSource,
        List<ControlLattice> displacementMm,
        double gamma,
        double contrast,
        double brightness,
        ControlLattice logBias,
        double noise,
        long noiseSeed,
        double blur) {

    static PatchTransform draw(AugmentationRanges ranges, SplittableRandom random) {
        Affine turned = rotation(0, angle(ranges, random))
                .after(rotation(1, angle(ranges, random)))
                .after(rotation(2, angle(ranges, random)));
        double size = 1 + within(ranges.scale(), random);
        boolean mirrored = random.nextBoolean() && ranges.mirrorLeftRight();
        Vec3 shift = new Vec3(
                within(ranges.shiftMm(), random), within(ranges.shiftMm(), random), within(ranges.shiftMm(), random));
        Affine map = turned.after(Affine.scaling(mirrored ? -size : size, size, size))
                .withTranslation(shift);
        List<ControlLattice> displacement = List.of(
                ControlLattice.draw(ranges.elasticMm(), random),
                ControlLattice.draw(ranges.elasticMm(), random),
                ControlLattice.draw(ranges.elasticMm(), random));
        return new PatchTransform(
                map,
                displacement,
                Math.exp(within(Math.log(ranges.gamma()), random)),
                1 + within(ranges.contrast(), random),
                within(ranges.contrast(), random),
                ControlLattice.draw(ranges.biasField(), random),
                ranges.noise() * random.nextDouble() * random.nextDouble(),
                random.nextLong(),
                random.nextDouble() < ranges.blurChance() ? 0.25 * random.nextDouble() : 0);
    }

    private static double within(double limit, SplittableRandom random) {
        return limit * (2 * random.nextDouble() - 1);
    }

    private static double angle(AugmentationRanges ranges, SplittableRandom random) {
        return Math.toRadians(within(ranges.rotationDeg(), random));
    }

    private static Affine rotation(int axis, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return switch (axis) {
            case 0 -> Affine.ofRows(new double[][] {{1, 0, 0, 0}, {0, c, -s, 0}, {0, s, c, 0}});
            case 1 -> Affine.ofRows(new double[][] {{c, 0, s, 0}, {0, 1, 0, 0}, {-s, 0, c, 0}});
            default -> Affine.ofRows(new double[][] {{c, -s, 0, 0}, {s, c, 0, 0}, {0, 0, 1, 0}});
        };
    }
}
