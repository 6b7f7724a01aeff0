package org.midline.network.data.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.network.image.WorkingGrid;

/**
 * What was drawn for one patch; applying it is deterministic, so that a patch can be made again.
 *
 * @param patchToSource from mm offsets within the patch to mm offsets from the case's centre
 * @param displacementMm x, y and z of the elastic displacement at the control points
 * @param acquisition what happens to the image before it is normalised, in this order
 * @param intensity what happens to it afterwards
 */
public record PatchTransform(
        Affine patchToSource,
        List<ControlLattice> displacementMm,
        List<ImageChange> acquisition,
        List<ImageChange> intensity) {
    private static final double MOTION_MM = 6;
    private static final double MOTION_WEIGHT = 0.35;
    private static final double LEAST_CLIP = 1.5;
    private static final double GREATEST_CLIP = 4;
    private static final double CUT_OUT_MM = 16;

    public PatchTransform {
        displacementMm = List.copyOf(displacementMm);
        acquisition = List.copyOf(acquisition);
        intensity = List.copyOf(intensity);
    }

    /** A patch of the given form as it is. */
    public static PatchTransform none(WorkingGrid grid) {
        return draw(AugmentationRanges.none(), grid, new SplittableRandom(0));
    }

    /** Draws every parameter. Each part has randomness of its own: changing one range leaves the others' draws alone. */
    public static PatchTransform draw(AugmentationRanges ranges, WorkingGrid grid, SplittableRandom random) {
        SplittableRandom poseRandom = random.split();
        PoseRanges pose = ranges.pose();
        return new PatchTransform(
                map(pose, poseRandom),
                List.of(
                        ControlLattice.draw(pose.elasticMm(), poseRandom),
                        ControlLattice.draw(pose.elasticMm(), poseRandom),
                        ControlLattice.draw(pose.elasticMm(), poseRandom)),
                acquisition(ranges.acquisition(), grid, random.split()),
                intensity(ranges.intensity(), grid, random.split()));
    }

    private static Affine map(PoseRanges ranges, SplittableRandom random) {
        Affine turned = rotation(0, angle(ranges, random))
                .after(rotation(1, angle(ranges, random)))
                .after(rotation(2, angle(ranges, random)));
        double size = 1 + within(ranges.scale(), random);
        boolean mirrored = random.nextBoolean() && ranges.mirrorLeftRight();
        Vec3 shift = new Vec3(
                within(ranges.shiftMm(), random), within(ranges.shiftMm(), random), within(ranges.shiftMm(), random));
        return turned.after(Affine.scaling(mirrored ? -size : size, size, size)).withTranslation(shift);
    }

    private static List<ImageChange> acquisition(AcquisitionRanges ranges, WorkingGrid grid, SplittableRandom random) {
        List<ImageChange> changes = new ArrayList<>();
        if (happens(ranges.blurChance(), random)) {
            changes.add(new ImageChange.Blur(0.25 * random.nextDouble()));
        }
        double thickest = ranges.thickestMm() / grid.spacingMm();
        if (happens(ranges.thickSliceChance(), random) && thickest > 1) {
            changes.add(new ImageChange.ThickSlices(
                    random.nextInt(3), 1 + random.nextDouble() * (thickest - 1), random.nextDouble()));
        }
        if (happens(ranges.motionChance(), random)) {
            int most = (int) Math.max(1, Math.round(MOTION_MM / grid.spacingMm()));
            changes.add(new ImageChange.Motion(
                    wholeWithin(most, random),
                    wholeWithin(most, random),
                    wholeWithin(most, random),
                    MOTION_WEIGHT * random.nextDouble()));
        }
        return changes;
    }

    private static List<ImageChange> intensity(IntensityRanges ranges, WorkingGrid grid, SplittableRandom random) {
        List<ImageChange> changes = new ArrayList<>();
        if (happens(ranges.inversionChance(), random)) {
            changes.add(new ImageChange.Inversion());
        }
        if (ranges.gamma() != 1) {
            changes.add(new ImageChange.Gamma(Math.exp(within(Math.log(ranges.gamma()), random))));
        }
        if (ranges.biasField() > 0) {
            changes.add(new ImageChange.Bias(ControlLattice.draw(ranges.biasField(), random)));
        }
        if (ranges.contrast() > 0) {
            changes.add(
                    new ImageChange.Linear(1 + within(ranges.contrast(), random), within(ranges.contrast(), random)));
        }
        if (ranges.noise() > 0) {
            changes.add(new ImageChange.Noise(
                    ranges.noise() * random.nextDouble() * random.nextDouble(), random.nextLong()));
        }
        if (happens(ranges.clipChance(), random)) {
            double beyond = GREATEST_CLIP - LEAST_CLIP;
            changes.add(new ImageChange.Clip(
                    -(LEAST_CLIP + beyond * random.nextDouble()), LEAST_CLIP + beyond * random.nextDouble()));
        }
        if (happens(ranges.cutOutChance(), random)) {
            int size = (int) Math.max(1, Math.round(CUT_OUT_MM / grid.spacingMm()));
            changes.add(new ImageChange.CutOut(
                    random.nextInt(grid.sizeI()) - size / 2,
                    random.nextInt(grid.sizeJ()) - size / 2,
                    random.nextInt(grid.sizeK()) - size / 2,
                    size,
                    within(1, random)));
        }
        return changes;
    }

    /** Draws once whatever the chance, so that what follows does not depend on it. */
    private static boolean happens(double chance, SplittableRandom random) {
        return random.nextDouble() < chance;
    }

    private static double within(double limit, SplittableRandom random) {
        return limit * (2 * random.nextDouble() - 1);
    }

    private static int wholeWithin(int limit, SplittableRandom random) {
        return random.nextInt(2 * limit + 1) - limit;
    }

    private static double angle(PoseRanges ranges, SplittableRandom random) {
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
