package org.midline.network.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchStream;
import org.midline.network.engine.Tensors;
import org.midline.network.generator.Generator;
import org.midline.network.image.WorkingGrid;

/** Looks at the validation patients with the averaged weights: Dice on the working grid, and pictures of the first few. */
final class Validator {
    private static final int PICTURES = 6;

    private final Generator generator;
    private final PatchStream patches;

    Validator(Generator generator, PatchStream patches) {
        this.generator = generator;
        this.patches = patches;
    }

    /** @param preview gets the pictures */
    ValidationResult look(WeightAverage average, Preview preview) {
        var dices = new ArrayList<double[]>();
        average.during(() -> {
            for (int n = 0; n < patches.caseCount(); n++) {
                Patch patch = patches.unchanged(n);
                float[] logits = logits(patch, patches.workingGrid());
                dices.add(dice(logits, patch.truth(), patch.image().length));
                if (n < PICTURES) {
                    preview.add(patch, logits);
                }
            }
        });
        return new ValidationResult(meanOfDefined(dices));
    }

    private float[] logits(Patch patch, WorkingGrid grid) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            return Tensors.toFloats(
                    generator.logits(Batch.of(List.of(patch), grid, false).image()));
        }
    }

    /** For each output the Dice coefficient at log-odds 0 and half a voxel; NaN where truth and answer are empty. */
    private static double[] dice(float[] logits, float[] truth, int voxels) {
        var dice = new double[truth.length / voxels];
        for (int s = 0; s < dice.length; s++) {
            int overlap = 0;
            int size = 0;
            for (int n = s * voxels; n < (s + 1) * voxels; n++) {
                boolean said = logits[n] > 0;
                boolean inTruth = truth[n] > 0.5f;
                overlap += said && inTruth ? 1 : 0;
                size += (said ? 1 : 0) + (inTruth ? 1 : 0);
            }
            dice[s] = 2.0 * overlap / size;
        }
        return dice;
    }

    private static List<Double> meanOfDefined(List<double[]> dices) {
        List<Double> means = new ArrayList<>();
        for (int s = 0; !dices.isEmpty() && s < dices.get(0).length; s++) {
            int output = s;
            means.add(dices.stream()
                    .mapToDouble(dice -> dice[output])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN));
        }
        return means;
    }
}
