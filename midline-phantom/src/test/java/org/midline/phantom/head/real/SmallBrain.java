package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** A brain of ellipsoids in FreeSurfer's labels, without anything outside, origin between the thalami. */
final class SmallBrain {
    /** 2 mm, axes to the right, inferior and anterior, as label maps often have them. */
    static final VoxelGrid GRID = new VoxelGrid(
            76, 80, 96, new Affine(new Vec3(-2, 0, 0), new Vec3(0, 0, -2), new Vec3(0, -2, 0), new Vec3(75, 95, 66)));

    private SmallBrain() {}

    /** The labels on any grid. */
    static byte[] labels(VoxelGrid grid) {
        var labels = new byte[grid.voxelCount()];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    labels[n++] = (byte) at(grid.patientLps(i, j, k));
                }
            }
        }
        return labels;
    }

    private static int at(Vec3 p) {
        boolean left = p.x() > 0;
        double a = Math.abs(p.x());
        double down = -p.z();
        if (within(a, p.y(), p.z(), 12, 0, 0, 8, 13, 9)) {
            return left ? 10 : 49;
        }
        if (within(a, p.y(), p.z(), 11, -12, 17, 7, 26, 8)) {
            return left ? 4 : 43;
        }
        if (down > 8 && down < 66) {
            double axis = 2 + 0.22 * down;
            double bulge = down > 20 && down < 46 ? 7 * Math.sin(Math.PI * (down - 20) / 26) : 0;
            double radius = down < 20 ? 13 : down > 46 ? 8 : 8 + bulge;
            double y = p.y() - axis;
            if (a < radius && y < 7 && y > -7 - bulge && a * a / (radius * radius) + y * y / 400 < 1) {
                return 16;
            }
        }
        if (within(a, p.y(), p.z(), 9, 0, -12, 8, 8, 6)) {
            return left ? 28 : 60;
        }
        if (within(a, p.y(), p.z(), 24, -12, 3, 7, 16, 9)) {
            return left ? 12 : 51;
        }
        if (within(a, p.y(), p.z(), 18, 40, -42, 26, 22, 20) && a > 0.5) {
            return left ? 8 : 47;
        }
        if (within(a, p.y(), p.z(), 0, 0, 12, 58, 76, 44)) {
            return left ? 2 : 41;
        }
        return within(a, p.y(), p.z(), 0, 0, 12, 66, 84, 52) ? left ? 3 : 42 : 0;
    }

    private static boolean within(
            double x, double y, double z, double cx, double cy, double cz, double rx, double ry, double rz) {
        double u = (x - cx) / rx;
        double v = (y - cy) / ry;
        double w = (z - cz) / rz;
        return u * u + v * v + w * w < 1;
    }
}
