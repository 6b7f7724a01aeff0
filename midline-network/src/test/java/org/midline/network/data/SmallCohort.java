package org.midline.network.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortWriter;
import org.midline.cohort.LabelledImage;
import org.midline.cohort.Split;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.network.image.WorkingGrid;

/** Heads that are balls with a bright ball, the tumour, in a grey one, the brainstem: enough to train on in a test. */
public final class SmallCohort {
    private SmallCohort() {}

    /** Three patients to train on and one to validate with. */
    public static Cohort write(Path folder) throws IOException {
        var writer = new CohortWriter(folder, "balls", true, "balls in balls");
        for (int n = 0; n < 4; n++) {
            writer.add("B" + n, n < 3 ? Split.TRAIN : Split.VALIDATION, images(n), Map.of());
        }
        return writer.finish();
    }

    private static Map<Sequence, LabelledImage> images(int n) {
        Map<Sequence, LabelledImage> images = new EnumMap<>(Sequence.class);
        images.put(Sequence.T2, image(n));
        return images;
    }

    private static LabelledImage image(int seed) {
        VoxelGrid grid = new WorkingGrid(4, 40, 44, 40).around(new Vec3(3, -5, 11));
        var random = new SplittableRandom(seed);
        double radius = 12 + 3 * random.nextInt(3);
        var values = new float[grid.voxelCount()];
        var tumour = new boolean[values.length];
        var anatomy = new byte[values.length];
        int at = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, at++) {
                    double fromMiddle =
                            grid.patientLps(i, j, k).minus(grid.centreLps()).length();
                    double fromTumour = grid.patientLps(i, j, k)
                            .minus(grid.centreLps().plus(new Vec3(8, 0, 0)))
                            .length();
                    tumour[at] = fromTumour < radius;
                    anatomy[at] = (byte) (fromMiddle < 28 ? 1 : fromMiddle < 40 ? 2 : 0);
                    values[at] =
                            (float) ((fromMiddle < 70 ? 100 : 0) + (tumour[at] ? 80 : 0) + 20 * random.nextDouble());
                }
            }
        }
        return new LabelledImage(
                new Volume(grid, values), new Mask(grid, tumour), Optional.empty(), Optional.of(anatomy));
    }
}
