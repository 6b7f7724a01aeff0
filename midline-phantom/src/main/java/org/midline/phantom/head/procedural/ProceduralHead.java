package org.midline.phantom.head.procedural;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * A head made of implicit surfaces. Every voxel of the grid is pulled back through pose, scale and a smooth random
 * deformation to the template; the brain also through the mass effect of a tumour, the skull not.
 */
public final class ProceduralHead implements Head {
    /** Side of the blocks in which the deformation is interpolated. */
    private static final int STEP = 4;

    private final HeadTraits traits;
    private final NoiseField[] deformation = new NoiseField[3];
    private final PosteriorFossa fossa;
    private final Cerebrum cerebrum;
    private final DeepBrain deepBrain;
    private final FaceAndNeck outside;

    public ProceduralHead(HeadTraits traits, Draw draw) {
        this.traits = traits;
        for (int axis = 0; axis < 3; axis++) {
            deformation[axis] = new NoiseField(draw, 13, 3);
        }
        var folding = new NoiseField(draw, 3.4, 2);
        var depth = new NoiseField(draw, 6, 2);
        fossa = new PosteriorFossa(traits, folding);
        cerebrum = new Cerebrum(traits, folding, depth);
        deepBrain = new DeepBrain(traits);
        outside = new FaceAndNeck(traits, depth, new NoiseField(draw, 2, 1));
    }

    @Override
    public String source() {
        return "procedural";
    }

    @Override
    public double ageYears() {
        return traits.ageYears();
    }

    @Override
    public Affine patientToStandard() {
        return traits.patientToTemplate();
    }

    @Override
    public HeadMap map(VoxelGrid grid, PointMap presentToRest) {
        var tissues = new byte[grid.voxelCount()];
        var pullBack = new PullBack(grid, presentToRest);
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                pullBack.row(j, k);
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    tissues[n] = tissue(pullBack, i).label();
                }
            }
        }
        return new HeadMap(grid, tissues, patientToStandard());
    }

    private Tissue tissue(PullBack at, int i) {
        double x = at.x[i];
        double y = at.y[i];
        double z = at.z[i];
        double level = Cranium.level(x, y, z);
        double base = Cranium.baseZ(Math.abs(x), y);
        double depth = Cranium.depthMm(x, y, z, level);
        boolean canal = z < -50 && Brainstem.level(x, y, z, 1, 4.5) < 1;
        if (!canal && (level > 1 || z < base)) {
            return outside.tissue(x, y, z, -depth, base - z);
        }
        return inside(x, y, z, x + at.moved[0][i], y + at.moved[1][i], z + at.moved[2][i], level, depth, base);
    }

    private Tissue inside(
            double x, double y, double z, double bx, double by, double bz, double level, double depth, double base) {
        double wall = Math.min(depth, Math.max(0, z - base));
        double scale = traits.brainstemScale();
        if (wall > 0.8 || z < -50) {
            if (Brainstem.level(bx, by, bz, scale, 0) < 1) {
                return Brainstem.tissue(bx, by, bz, traits.ventricleScale());
            }
        }
        double a = Math.abs(x);
        double tentorium = Cranium.tentoriumZ(Math.abs(bx), by);
        boolean behind = y > Cranium.petrousY(a) - 3;
        if (isSinus(x, y, z, depth)) {
            return Tissue.VEIN;
        }
        if (bz < tentorium && behind) {
            double under = tentorium - bz;
            return under < 0.8 && a > 20 ? Tissue.DURA : fossa.tissue(bx, by, bz, Math.min(wall, under + 1));
        }
        double above = behind ? Math.max(0, bz - tentorium) : 99;
        var deep = deepBrain.tissue(bx, by, bz);
        return deep.orElseGet(() -> cerebrum.tissue(bx, by, bz, level, Math.min(wall, above + 1)));
    }

    private static boolean isSinus(double x, double y, double z, double depth) {
        double a = Math.abs(x);
        if (a < 4 && (z > 12 || y > 70) && z > -28) {
            return a + depth < 4.5;
        }
        if (y > 48 && a < 62) {
            double fromTentorium = z - Cranium.tentoriumZ(a, y);
            if (a < 2.2 && y > 52 && Math.abs(fromTentorium) < 2.2) {
                return true;
            }
            return depth < 4.5 && Math.abs(fromTentorium) < 3.5;
        }
        return false;
    }

    /** The template coordinates of one row of voxels after another. */
    private final class PullBack {
        final double[] x;
        final double[] y;
        final double[] z;
        /** From where the head is to where the brain was, in template mm. */
        final double[][] moved;

        private final VoxelGrid grid;
        private final PointMap presentToRest;
        private final int sizeI;
        private final int sizeJ;
        private final float[][] offsets;

        PullBack(VoxelGrid grid, PointMap presentToRest) {
            this.grid = grid;
            this.presentToRest = presentToRest;
            moved = new double[3][grid.sizeI()];
            x = new double[grid.sizeI()];
            y = new double[grid.sizeI()];
            z = new double[grid.sizeI()];
            sizeI = grid.sizeI() / STEP + 2;
            sizeJ = grid.sizeJ() / STEP + 2;
            int sizeK = grid.sizeK() / STEP + 2;
            offsets = new float[3][sizeI * sizeJ * sizeK];
            int n = 0;
            for (int k = 0; k < sizeK; k++) {
                for (int j = 0; j < sizeJ; j++) {
                    for (int i = 0; i < sizeI; i++, n++) {
                        Vec3 p = grid.patientLps((double) i * STEP, (double) j * STEP, (double) k * STEP);
                        for (int axis = 0; axis < 3; axis++) {
                            float noise = deformation[axis].at(p.x(), p.y(), p.z());
                            offsets[axis][n] = (float) (traits.deformationMm() * noise);
                        }
                    }
                }
            }
        }

        void row(int j, int k) {
            Affine toTemplate = traits.patientToTemplate();
            Vec3 start = toTemplate.apply(grid.patientLps(0, j, k));
            Vec3 step = toTemplate.applyToDirection(grid.voxelToPatientLps().column(0));
            for (int i = 0; i < x.length; i++) {
                x[i] = start.x() + i * step.x() + offset(0, i, j, k);
                y[i] = start.y() + i * step.y() + offset(1, i, j, k);
                z[i] = start.z() + i * step.z() + offset(2, i, j, k);
            }
            if (presentToRest != PointMap.IDENTITY) {
                push(toTemplate, j, k);
            }
        }

        private void push(Affine toTemplate, int j, int k) {
            var point = new double[3];
            for (int i = 0; i < x.length; i++) {
                Vec3 present = grid.patientLps(i, j, k);
                point[0] = present.x();
                point[1] = present.y();
                point[2] = present.z();
                presentToRest.apply(point);
                Vec3 change = toTemplate.applyToDirection(
                        new Vec3(point[0] - present.x(), point[1] - present.y(), point[2] - present.z()));
                moved[0][i] = change.x();
                moved[1][i] = change.y();
                moved[2][i] = change.z();
            }
        }

        private float offset(int axis, int i, int j, int k) {
            float[] values = offsets[axis];
            int n = i / STEP + sizeI * (j / STEP + sizeJ * (k / STEP));
            float u = (i % STEP) / (float) STEP;
            float v = (j % STEP) / (float) STEP;
            float w = (k % STEP) / (float) STEP;
            int up = sizeI * sizeJ;
            float near = plane(values, n, u, v);
            return near + w * (plane(values, n + up, u, v) - near);
        }

        private float plane(float[] values, int n, float u, float v) {
            float near = values[n] + u * (values[n + 1] - values[n]);
            float far = values[n + sizeI] + u * (values[n + sizeI + 1] - values[n + sizeI]);
            return near + v * (far - near);
        }
    }
}
