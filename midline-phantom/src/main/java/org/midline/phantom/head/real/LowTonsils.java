package org.midline.phantom.head.real;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.deformation.VelocityField;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/**
 * A Chiari I malformation: the lowest part of the cerebellum beside the midline is drawn down behind the medulla and
 * through the foramen magnum, which is where the medulla ends. How far, and how much of the cerebellum follows, is
 * chosen for this phantom.
 */
final class LowTonsils {
    private static final double SPACING_MM = 3;
    private static final double HALF_WIDTH_MM = 10;
    private static final double HALF_DEPTH_MM = 8;
    private static final double BESIDE_MIDLINE_MM = 12;
    /** The lowest share of the cerebellum is its tip, that of the medulla its end. */
    private static final double LOWEST_SHARE = 0.02;
    /** From the middle of the cord to the middle of the space behind it. */
    private static final double BEHIND_CORD_MM = 6;

    private static final double BEYOND_TIP_MM = 8;

    private LowTonsils() {}

    /** From the low tonsils to those of the anatomy, in its patient LPS mm. */
    static Deformation draw(Anatomy anatomy, Draw draw) {
        double belowForamenMm = draw.uniform(5, 14);
        Vec3 tip = lowest(anatomy, LOWEST_SHARE, BESIDE_MIDLINE_MM, Tissue.CEREBELLAR_CORTEX);
        Vec3 foramen = lowest(anatomy, LOWEST_SHARE, BESIDE_MIDLINE_MM, Tissue.MEDULLA);
        double lowered = Math.min(foramen.z(), tip.z()) - belowForamenMm;
        var target = new Vec3(0, foramen.y() + BEHIND_CORD_MM, lowered);
        return drawn(anatomy, tip, target);
    }

    private static Deformation drawn(Anatomy anatomy, Vec3 tip, Vec3 target) {
        double lengthMm = tip.minus(target).length();
        Vec3 up = tip.minus(target).unit();
        Vec3 left = new Vec3(1, 0, 0);
        Vec3 back = up.cross(left).unit();
        double followingMm = Math.max(30, 1.7 * lengthMm);
        int across = (int) (6 * HALF_WIDTH_MM / SPACING_MM);
        int along = (int) Math.ceil((lengthMm + 2 * BEYOND_TIP_MM + followingMm) / SPACING_MM);
        Vec3 corner = target.minus(left.times(across * SPACING_MM / 2))
                .minus(back.times(across * SPACING_MM / 2))
                .minus(up.times(2 * BEYOND_TIP_MM));
        var upright = new Affine(left.times(SPACING_MM), back.times(SPACING_MM), up.times(SPACING_MM), corner);
        Affine toSource = anatomy.frame().sourceToUpright().inverse();
        var lattice = new VoxelGrid(across + 1, across + 1, along + 1, toSource.after(upright));
        Vec3 pull = toSource.applyToDirection(up).times(lengthMm);
        var velocity = new float[3][lattice.voxelCount()];
        int n = 0;
        for (int k = 0; k < lattice.sizeK(); k++) {
            for (int j = 0; j < lattice.sizeJ(); j++) {
                for (int i = 0; i < lattice.sizeI(); i++, n++) {
                    Vec3 from = upright.apply(i, j, k).minus(tip);
                    double height = from.dot(up);
                    double weight = bell(from.dot(left) / HALF_WIDTH_MM) * bell(from.dot(back) / HALF_DEPTH_MM);
                    weight *= height > 0
                            ? smooth(1 - height / followingMm)
                            : smooth((height + lengthMm) / BEYOND_TIP_MM + 2);
                    velocity[0][n] = (float) (weight * pull.x());
                    velocity[1][n] = (float) (weight * pull.y());
                    velocity[2][n] = (float) (weight * pull.z());
                }
            }
        }
        return new VelocityField(lattice, velocity).flow(1);
    }

    /** 1 in the middle, 0 from three half widths on. */
    private static double bell(double halfWidths) {
        return Math.abs(halfWidths) >= 3 ? 0 : Math.max(0, Math.exp(-0.5 * halfWidths * halfWidths) - 0.0112);
    }

    private static double smooth(double t) {
        double u = Math.max(0, Math.min(1, t));
        return u * u * (3 - 2 * u);
    }

    /** The middle of the lowest part of a tissue beside the midline; upright mm, in the midline. */
    private static Vec3 lowest(Anatomy anatomy, double share, double besideMidlineMm, Tissue tissue) {
        VoxelGrid grid = anatomy.grid();
        byte[] tissueOfCode = Anatomy.tissueOfCode(0);
        Affine toUpright = anatomy.frame().sourceToUpright().after(grid.voxelToPatientLps());
        var points = new ArrayList<Vec3>();
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (tissueOfCode[anatomy.codes()[n] & 0xff] == tissue.label()) {
                        Vec3 p = toUpright.apply(i, j, k);
                        if (Math.abs(p.x()) < besideMidlineMm) {
                            points.add(p);
                        }
                    }
                }
            }
        }
        points.sort(Comparator.comparingDouble(Vec3::z));
        List<Vec3> low = points.subList(0, Math.max(1, (int) (share * points.size())));
        double back = low.stream().mapToDouble(Vec3::y).average().orElseThrow();
        double height = low.stream().mapToDouble(Vec3::z).average().orElseThrow();
        return new Vec3(0, back, height);
    }
}
