package org.midline.phantom.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

class SliceSamplerTest {
    private static final VoxelGrid FINE = new VoxelGrid(60, 70, 50, Affine.translation(-30, -35, -25));

    private static float[] ramp() {
        var field = new float[FINE.voxelCount()];
        for (int k = 0; k < FINE.sizeK(); k++) {
            for (int j = 0; j < FINE.sizeJ(); j++) {
                for (int i = 0; i < FINE.sizeI(); i++) {
                    Vec3 p = FINE.patientLps(i, j, k);
                    field[FINE.index(i, j, k)] = (float) (100 + p.x() + 2 * p.y() - 3 * p.z());
                }
            }
        }
        return field;
    }

    @Test
    void aThickObliqueSliceOfALinearFieldIsTheFieldAtItsCentre() {
        Affine turn = Affine.rotation(0, 17).after(Affine.rotation(2, -9));
        VoxelGrid oblique = Protocol.grid(Protocol.Plane.CORONAL, turn, new Vec3(1, 2, 3), 20, 0.7, 4, 5);
        var sampler = new SliceSampler(oblique, 5, FINE, 0, 0, 0, 60, 70, 50);
        float[] means = sampler.sample(ramp());
        for (int n = 0; n < means.length; n++) {
            int k = n / 400;
            Vec3 p = oblique.patientLps(n % 20, n / 20 % 20, k);
            assertThat((double) means[n]).isCloseTo(100 + p.x() + 2 * p.y() - 3 * p.z(), within(1e-3));
        }
    }

    @Test
    void aSliceHalfInATissueIsHalfOfIt() {
        var field = new float[FINE.voxelCount()];
        for (int n = 0; n < field.length; n++) {
            field[n] = n / (60 * 70) >= 25 ? 1 : 0;
        }
        var target = new VoxelGrid(3, 3, 1, Affine.scaling(1, 1, 8).withTranslation(new Vec3(0, 0, -0.5)));
        float[] means = new SliceSampler(target, 8, FINE, 0, 0, 0, 60, 70, 50).sample(field);
        assertThat(means[4]).isCloseTo(0.5f, within(0.04f));
    }

    @Test
    void outsideTheWindowTheFieldIsNothing() {
        var far = new VoxelGrid(5, 5, 5, Affine.translation(200, 0, 0));
        assertThat(new SliceSampler(far, 1, FINE, 0, 0, 0, 60, 70, 50).sample(ramp()))
                .containsOnly(0f);
    }

    @Test
    void aWindowOfTheFieldSitsWhereItWasCut() {
        var window = new float[10 * 10 * 10];
        Arrays.fill(window, 1);
        var target = FINE.window(20, 30, 10, 10, 10, 10);
        float[] means = new SliceSampler(target, 0.1, FINE, 20, 30, 10, 10, 10, 10).sample(window);
        assertThat(means[target.index(5, 5, 5)]).isCloseTo(1f, within(1e-4f));
        var beside = FINE.window(31, 30, 10, 5, 5, 5);
        assertThat(new SliceSampler(beside, 0.1, FINE, 20, 30, 10, 10, 10, 10).sample(window))
                .containsOnly(0f);
    }
}
