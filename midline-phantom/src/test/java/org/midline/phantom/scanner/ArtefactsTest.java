package org.midline.phantom.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;

class ArtefactsTest {
    private static final Frame ALONG_I = new Frame(20, 12, 3, true);
    private static final Frame ALONG_J = new Frame(20, 12, 3, false);

    private static float[] random(int count) {
        var random = new SplittableRandom(5);
        var values = new float[count];
        for (int n = 0; n < count; n++) {
            values[n] = (float) random.nextDouble();
        }
        return values;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void ghostsTakeNothingFromTheFieldAndLieWhereTheyShould() {
        for (Frame frame : new Frame[] {ALONG_I, ALONG_J}) {
            var source = new float[20 * 12 * 3];
            source[5 + 20 * (6 + 12)] = 100;
            float[] real = source.clone();
            var imaginary = new float[source.length];
            new MotionGhosts(0.1, 0.25, 0, 0).add(source, real, imaginary, frame);
            int shift = frame.phaseSize() / 4;
            int right = frame.phaseAlongI() ? 5 + shift + 20 * (6 + 12) : 5 + 20 * (6 + shift + 12);
            assertThat(real[right]).isCloseTo(10f, within(1e-3f));
            double power = 0;
            for (int n = 0; n < real.length; n++) {
                power += real[n] * real[n] + imaginary[n] * imaginary[n];
            }
            // Two first copies of a tenth each; the two second copies, of a fortieth each, meet in one place.
            double second = 2.5 * 2.5 * (2 + 2 * Math.cos(2.1));
            assertThat(power).isCloseTo(100 * 100 + 2 * 10 * 10 + second, within(0.1));
        }
    }

    @Test
    void movingASliceAllTheWayAroundLeavesItInPlace() {
        float[] source = random(20 * 12 * 3);
        for (Frame frame : new Frame[] {ALONG_I, ALONG_J}) {
            var target = new float[source.length];
            for (int k = 0; k < 3; k++) {
                frame.addShifted(source, target, k, frame.phaseSize(), 1);
            }
            assertThat(target).isEqualTo(source);
        }
    }

    @Test
    void foldingKeepsAllSignalAndBringsTheMarginToTheOtherSide() {
        var wrap = new WrapAround(3);
        var grid = new VoxelGrid(20, 12, 3, Affine.scaling(2, 1, 4).withTranslation(new Vec3(7, 8, 9)));
        for (Frame frame : new Frame[] {ALONG_I, ALONG_J}) {
            VoxelGrid wide = wrap.widened(grid, frame.phaseAlongI());
            assertThat(wide.patientLps(frame.phaseAlongI() ? 3 : 0, frame.phaseAlongI() ? 0 : 3, 1)
                            .minus(grid.patientLps(0, 0, 1))
                            .length())
                    .isLessThan(1e-9);
            float[] values = random(wide.voxelCount());
            assertThat(sum(wrap.folded(values, frame))).isCloseTo(sum(values), within(1e-3));
            var point = new float[wide.voxelCount()];
            point[wide.index(0, 0, 0)] = 1;
            float[] folded = wrap.folded(point, frame);
            assertThat(folded[frame.phaseAlongI() ? grid.index(17, 0, 0) : grid.index(0, 9, 0)])
                    .isEqualTo(1f);
        }
    }

    @Test
    void theSlicePulseHasItsWidthAtHalfHeightAndItsArea() {
        for (double edge : new double[] {0, 0.3, 1}) {
            var pulse = new SlicePulse(edge, 0);
            double area = 0;
            for (double z = -8; z < 8; z += 0.001) {
                area += 0.001 * pulse.height(z, 5);
            }
            assertThat(area).isCloseTo(5, within(0.01));
            assertThat(pulse.height(0, 5)).isEqualTo(1);
            assertThat(pulse.height(pulse.reachMm(5) + 0.01, 5)).isZero();
        }
        assertThat(new SlicePulse(0.4, 0).height(2.5, 5)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void everyOtherSliceLosesToItsNeighbours() {
        var pulse = new SlicePulse(0, 0.05);
        assertThat(pulse.gain(2)).isEqualTo(1);
        assertThat(pulse.gain(3)).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void theRingOfCoilsSeesTheSurfaceBestAndIsTheSameAllAround() {
        double middle = CoilBias.ring(new Vec3(0, 0, 0));
        double left = CoilBias.ring(new Vec3(80, 0, 0));
        assertThat(left).isGreaterThan(1.3 * middle);
        assertThat(CoilBias.ring(new Vec3(0, 80, 0))).isCloseTo(left, within(1e-9));
        assertThat(CoilBias.ring(new Vec3(0, 0, 100))).isLessThan(middle);
    }

    @Test
    void anEvenCoilIsEven() {
        var coils = CoilBias.NONE.draw(new Vec3(0, 0, 0), new Draw(new SplittableRandom(1)));
        assertThat(coils.at(new Vec3(30, 20, 10))).isCloseTo(1, within(1e-9));
        var ring = new CoilBias(0, 1).draw(new Vec3(5, 0, 0), new Draw(new SplittableRandom(1)));
        assertThat(ring.at(new Vec3(5, 0, 0))).isCloseTo(1, within(1e-9));
    }

    @Test
    void freshBloodIsBrightestInTheFirstSliceFromBelow() {
        var flow = new FlowArtefact(0, 0.1, 1, 0);
        var upwards = new VoxelGrid(2, 2, 4, Affine.scaling(1, 1, 5));
        var downwards = new VoxelGrid(2, 2, 4, Affine.scaling(1, 1, -5));
        var vessels = new float[16];
        java.util.Arrays.fill(vessels, 0.5f);
        var up = new float[16];
        var down = new float[16];
        flow.addInflow(vessels, 200, up, upwards);
        flow.addInflow(vessels, 200, down, downwards);
        assertThat(up[0]).isCloseTo(100f, within(1e-3f)).isGreaterThan(up[4]).isEqualTo(down[12]);
    }

    @Test
    void movingFluidIsBrightOnFlairAndDarkOnT2InFrontOfThePons() {
        var grid = new VoxelGrid(1, 1, 1, Affine.translation(0, 6, -34));
        float[] flair = {50};
        float[] t2 = {50};
        new FlowArtefact(0, 0.1, 0, 0.5).addFluid(new float[] {1}, 200, flair, grid, Affine.IDENTITY);
        new FlowArtefact(0, 0.1, 0, -0.5).addFluid(new float[] {1}, 200, t2, grid, Affine.IDENTITY);
        assertThat(flair[0]).isCloseTo(150f, within(1e-3f));
        assertThat(t2[0]).isCloseTo(25f, within(1e-3f));
    }
}
