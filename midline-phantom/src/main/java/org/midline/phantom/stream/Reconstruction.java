package org.midline.phantom.stream;

import java.util.SplittableRandom;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NormalDeviates;

/** Turns a noiseless scan into a magnitude image: blur, ringing and ghosts in the slice, coil bias, Rician noise. */
final class Reconstruction {
    /** The sensitivity is worked out at every so many voxels of a row, and is straight between. */
    private static final int SEGMENT = 16;

    private final ScanGrid scan;
    private final Recipe recipe;
    private final int sizeI;
    private final int sizeJ;

    Reconstruction(ScanGrid scan, Recipe recipe) {
        this.scan = scan;
        this.recipe = recipe;
        sizeI = scan.grid().sizeI();
        sizeJ = scan.grid().sizeJ();
    }

    /** Overwrites the signal by the image, in stored units. */
    void apply(float[] signal) {
        SampleArtefacts artefacts = recipe.artefacts();
        int slice = sizeI * sizeJ;
        var row = new float[Math.max(sizeI, sizeJ)];
        for (int start = 0; start < signal.length; start += slice) {
            if (artefacts.blur() > 0) {
                for (int j = 0; j < sizeJ; j++) {
                    blur(signal, start + j * sizeI, 1, sizeI, (float) artefacts.blur());
                }
                for (int i = 0; i < sizeI; i++) {
                    blur(signal, start + i, sizeI, sizeJ, (float) artefacts.blur());
                }
            }
            if (artefacts.ringing() > 0 || artefacts.ghost() > 0) {
                for (int i = 0; i < sizeI; i++) {
                    alongColumn(signal, start + i, row);
                }
            }
        }
        biasAndNoise(signal);
    }

    private static void blur(float[] values, int start, int stride, int length, float side) {
        float middle = 1 - 2 * side;
        float before = values[start];
        int at = start;
        for (int n = 1; n < length; n++, at += stride) {
            float here = values[at];
            values[at] = middle * here + side * (before + values[at + stride]);
            before = here;
        }
        values[at] = (1 - side) * values[at] + side * before;
    }

    /**
     * Ringing as from a k-space cut off too early: an undershoot beside an edge and half of it again beyond. A ghost as
     * from movement between excitations: the same column, shifted.
     */
    private void alongColumn(float[] values, int start, float[] column) {
        for (int j = 0; j < sizeJ; j++) {
            column[j] = values[start + j * sizeI];
        }
        float under = (float) recipe.artefacts().ringing();
        float over = under / 2;
        float ghost = (float) recipe.artefacts().ghost();
        int shift =
                (int) Math.round(recipe.artefacts().ghostShiftMm() / scan.grid().spacingMm(1)) % sizeJ;
        float middle = 1 + 2 * under - 2 * over;
        for (int j = 0; j < sizeJ; j++) {
            float value = column[j];
            if (under > 0 && j > 1 && j < sizeJ - 2) {
                value = middle * value
                        - under * (column[j - 1] + column[j + 1])
                        + over * (column[j - 2] + column[j + 2]);
            }
            int from = j + shift;
            value += ghost * column[from < sizeJ ? from : from - sizeJ];
            values[start + j * sizeI] = value;
        }
    }

    private void biasAndNoise(float[] values) {
        VoxelGrid grid = scan.grid();
        CoarseField logBias = recipe.artefacts().logBias();
        var noise = new NormalDeviates(
                new Draw(new SplittableRandom(recipe.artefacts().noiseSeed())));
        double level = recipe.protocol().intensity().whiteMatterLevel();
        float scale = (float) (level / recipe.contrast().reference());
        float deviation =
                (float) (scan.noiseFactor() * level / recipe.protocol().signalToNoise());
        float variance = deviation * deviation;
        // From here on the mean of the imaginary part's effect is as good as its drawing.
        float strong = 5 * deviation;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < sizeJ; j++) {
                Vec3 p = grid.patientLps(0, j, k);
                Vec3 step = grid.voxelToPatientLps().columnI();
                float next = scale * sensitivity(logBias, p);
                for (int i = 0; i < sizeI; i += SEGMENT) {
                    float factor = next;
                    p = p.plus(step.times(SEGMENT));
                    next = scale * sensitivity(logBias, p);
                    float more = (next - factor) / SEGMENT;
                    int end = n + Math.min(SEGMENT, sizeI - i);
                    for (; n < end; n++, factor += more) {
                        float real = values[n] * factor + deviation * noise.next();
                        if (real > strong) {
                            values[n] = real + variance / (2 * real);
                        } else {
                            float imaginary = deviation * noise.next();
                            values[n] = (float) Math.sqrt(real * real + imaginary * imaginary);
                        }
                    }
                }
            }
        }
    }

    private static float sensitivity(CoarseField logBias, Vec3 p) {
        return (float) Math.exp(logBias.at(p.x(), p.y(), p.z()));
    }
}
