package org.midline.phantom.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;

/** A ball of brain in a shell of fluid in a skull, with a spherical tumour in its middle that swells by half. */
class MassEffectTest {
    private static final int SIZE = 96;
    private static final double MIDDLE = 47.5;
    private static final double TUMOUR_MM = 10;
    private static final double BRAIN_MM = 35;
    private static final double SKULL_MM = 42;
    private static HeadMap head;
    private static MassEffect push;
    private static Deformation deformation;
    private static double restMm3;

    @BeforeAll
    static void swell() {
        var grid = new VoxelGrid(SIZE, SIZE, SIZE, Affine.translation(-MIDDLE, -MIDDLE, -MIDDLE));
        var tissues = new byte[grid.voxelCount()];
        var tumour = new float[tissues.length];
        var window = new HeadWindow(0, 0, 0, SIZE, SIZE, SIZE);
        window.forEach((n, i, j, k) -> {
            double r = grid.patientLps(i, j, k).length();
            Tissue tissue = r < BRAIN_MM ? Tissue.PONS : r < SKULL_MM ? Tissue.CSF : Tissue.CORTICAL_BONE;
            tissues[n] = tissue.label();
            tumour[n] = (float) Math.max(0, Math.min(1, TUMOUR_MM - r + 0.5));
            restMm3 += tumour[n];
        });
        head = new HeadMap(grid, tissues, Affine.IDENTITY);
        var cavity = new Cavity(head, window, tumour);
        push = new MassEffect(cavity, cavity.coarsened(window, tumour));
        deformation = push.swollenTo(1.5 * restMm3);
    }

    @Test
    void theTumourGainsTheVolumeThatIsAskedFor() {
        assertThat(push.volumeMm3()).isCloseTo(1.5 * restMm3, within(0.01 * restMm3));
    }

    @Test
    void brainMovesOutwardsByTheVolumeThatWelledUp() {
        double gain = 0.5 * restMm3;
        assertThat(push.addedMm3()).isBetween(gain, 1.15 * gain);
        double addedCubed = push.addedMm3() * 3 / (4 * Math.PI);
        for (double r : new double[] {15, 20, 25, 30}) {
            for (Vec3 direction :
                    new Vec3[] {new Vec3(1, 0, 0), new Vec3(0, -1, 0), new Vec3(0, 0, 1), new Vec3(1, 1, -1).unit()}) {
                Vec3 p = direction.times(r);
                double[] point = {p.x(), p.y(), p.z()};
                deformation.apply(point);
                Vec3 moved = new Vec3(point[0], point[1], point[2]);
                double before = moved.length();
                assertThat(r * r * r - before * before * before).isCloseTo(addedCubed, within(0.04 * addedCubed));
                assertThat(moved.minus(direction.times(before)).length()).isLessThan(0.1);
            }
        }
    }

    @Test
    void spaceDoesNotFold() {
        assertThat(deformation.minimumJacobian()).isBetween(0.4, 1.0);
    }

    @Test
    void theSkullStaysWhereItIsAndTheFluidGivesWay() {
        var map = new CavityMap(deformation, head);
        for (double r = SKULL_MM + 1; r < 47; r += 0.5) {
            double[] point = {r, 0, 0};
            map.apply(point);
            assertThat(point).containsExactly(r, 0, 0);
        }
        int fluid = 0;
        int brain = 0;
        int fluidBefore = 0;
        int brainBefore = 0;
        for (int n = 0; n < head.tissues().length; n++) {
            int slice = n / (SIZE * SIZE);
            Vec3 p = head.grid().patientLps(n % SIZE, n / SIZE % SIZE, slice);
            double[] point = {p.x(), p.y(), p.z()};
            map.apply(point);
            double rest = Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
            fluid += (rest >= BRAIN_MM && rest < SKULL_MM) ? 1 : 0;
            brain += rest < BRAIN_MM ? 1 : 0;
            fluidBefore += (p.length() >= BRAIN_MM && p.length() < SKULL_MM) ? 1 : 0;
            brainBefore += p.length() < BRAIN_MM ? 1 : 0;
        }
        assertThat((double) fluidBefore - fluid).isCloseTo(0.5 * restMm3, within(0.1 * restMm3));
        assertThat((double) brain - brainBefore).isEqualTo((double) fluidBefore - fluid);
    }
}
