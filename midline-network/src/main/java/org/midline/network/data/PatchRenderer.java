package org.midline.network.data;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.network.data.augmentation.ControlLattice;
import org.midline.network.data.augmentation.PatchTransform;
import org.midline.network.image.IntensityNormalisation;
import org.midline.network.image.WorkingGrid;

/** Applies a drawn transform to a case: the same transform always gives the same patch. */
final class PatchRenderer {
    private final WorkingGrid working;
    private final TrainingCase source;
    private final PatchTransform transform;

    PatchRenderer(WorkingGrid working, TrainingCase source, PatchTransform transform) {
        this.working = working;
        this.source = source;
        this.transform = transform;
    }

    Patch render() {
        int structures = source.truths().size();
        var image = new float[working.voxelCount()];
        var truth = new float[structures * image.length];
        sample(image, truth);
        transform.acquisition().forEach(change -> change.apply(image, working));
        IntensityNormalisation.apply(image);
        transform.intensity().forEach(change -> change.apply(image, working));
        return new Patch(source.id(), image, truth);
    }

    private void sample(float[] image, float[] truth) {
        float[][] displaced = new float[3][];
        for (int axis = 0; axis < 3; axis++) {
            ControlLattice lattice = transform.displacementMm().get(axis);
            displaced[axis] = lattice.isZero()
                    ? new float[image.length]
                    : lattice.overBox(working.sizeI(), working.sizeJ(), working.sizeK());
        }
        Affine offsetMm = working.around(new Vec3(0, 0, 0)).voxelToPatientLps();
        VoxelGrid fine = source.fineGrid();
        Affine toFine = fine.voxelToPatientLps().inverse();
        Affine map = toFine.after(Affine.translation(
                        source.centreLps().x(),
                        source.centreLps().y(),
                        source.centreLps().z()))
                .after(transform.patchToSource())
                .after(offsetMm);
        double finePerMm = 1 / fine.spacingMm(0);
        int n = 0;
        for (int k = 0; k < working.sizeK(); k++) {
            for (int j = 0; j < working.sizeJ(); j++) {
                for (int i = 0; i < working.sizeI(); i++, n++) {
                    double x = map.columnI().x() * i
                            + map.columnJ().x() * j
                            + map.columnK().x() * k
                            + map.translation().x()
                            + displaced[0][n] * finePerMm;
                    double y = map.columnI().y() * i
                            + map.columnJ().y() * j
                            + map.columnK().y() * k
                            + map.translation().y()
                            + displaced[1][n] * finePerMm;
                    double z = map.columnI().z() * i
                            + map.columnJ().z() * j
                            + map.columnK().z() * k
                            + map.translation().z()
                            + displaced[2][n] * finePerMm;
                    sampleAt(x, y, z, n, image, truth);
                }
            }
        }
    }

    /** Trilinear; beyond the fine grid lies the least intensity and no structure. */
    private void sampleAt(double x, double y, double z, int n, float[] image, float[] truth) {
        VoxelGrid grid = source.fineGrid();
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        int k = (int) Math.floor(z);
        if (i < 0 || j < 0 || k < 0 || i >= grid.sizeI() - 1 || j >= grid.sizeJ() - 1 || k >= grid.sizeK() - 1) {
            return;
        }
        float fi = (float) (x - i);
        float fj = (float) (y - j);
        float fk = (float) (z - k);
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        int at = grid.index(i, j, k);
        short[] v = source.intensity();
        float near = mix(mix(v[at], v[at + 1], fi), mix(v[at + row], v[at + row + 1], fi), fj);
        int up = at + slice;
        float far = mix(mix(v[up], v[up + 1], fi), mix(v[up + row], v[up + row + 1], fi), fj);
        image[n] = mix(near, far, fk);
        for (int s = 0; s < source.truths().size(); s++) {
            byte[] t = source.truths().get(s);
            float nearTruth = mix(mix(t[at], t[at + 1], fi), mix(t[at + row], t[at + row + 1], fi), fj);
            float farTruth = mix(mix(t[up], t[up + 1], fi), mix(t[up + row], t[up + row + 1], fi), fj);
            truth[s * image.length + n] = mix(nearTruth, farTruth, fk) / TrainingCase.TRUTH_SCALE;
        }
    }

    private static float mix(float a, float b, float weight) {
        return a + weight * (b - a);
    }
}
