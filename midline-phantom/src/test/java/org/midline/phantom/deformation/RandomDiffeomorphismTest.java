package org.midline.phantom.deformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.RandomDiffeomorphism.Range;
import org.midline.phantom.noise.Draw;

class RandomDiffeomorphismTest {
    private static final VoxelGrid REGION =
            new VoxelGrid(80, 90, 70, Affine.translation(-40, -50, -30).after(Affine.rotation(2, 10)));
    private static final List<Range> USUAL = List.of(new Range(60, 5), new Range(20, 1.5));

    @Property(tries = 12)
    void isOneToOneForEverySeed(@ForAll long seed) {
        assertThat(RandomDiffeomorphism.draw(REGION, USUAL, draw(seed)).minimumJacobian())
                .isGreaterThan(0.1);
    }

    @Property(tries = 3)
    void isOneToOneEvenIfFarTooMuchIsAskedFor(@ForAll long seed) {
        var wild = List.of(new Range(15, 25));
        assertThat(RandomDiffeomorphism.draw(REGION, wild, draw(seed)).minimumJacobian())
                .isGreaterThan(0.1);
    }

    @Property(tries = 4)
    void theFlowBackUndoesTheFlowForth(@ForAll long seed) {
        VelocityField velocity = RandomDiffeomorphism.velocity(REGION, USUAL, draw(seed));
        Deformation forth = velocity.flow(1);
        Deformation back = velocity.flow(-1);
        double squares = 0;
        int far = 0;
        int count = 0;
        for (int n = 0; n < REGION.voxelCount(); n += 97) {
            double[] start = at(n);
            double[] moved = start.clone();
            forth.then(back).apply(moved);
            double error = distance(start, moved);
            squares += error * error;
            far += error > 1 ? 1 : 0;
            count++;
        }
        assertThat(Math.sqrt(squares / count)).isLessThan(0.15);
        // Where the field bends most a single point may err by a little more than one: a share, not the worst, is
        // bound.
        assertThat((double) far / count).isLessThan(0.001);
    }

    @Test
    void displacesByTheAmplitudeAskedFor() {
        double squares = 0;
        int count = 0;
        for (long seed = 0; seed < 8; seed++) {
            Deformation map = RandomDiffeomorphism.draw(REGION, List.of(new Range(30, 1)), draw(seed));
            for (int n = 0; n < REGION.voxelCount(); n += 511) {
                double[] start = at(n);
                double[] moved = start.clone();
                map.apply(moved);
                squares += Math.pow(distance(start, moved), 2) / 3;
                count++;
            }
        }
        assertThat(Math.sqrt(squares / count)).isCloseTo(1, within(0.15));
    }

    @Test
    void leavesTheBorderOfItsLatticeWhereItIs() {
        Deformation map = RandomDiffeomorphism.draw(REGION, USUAL, draw(4));
        VoxelGrid lattice = map.lattice();
        for (int axis = 0; axis < 3; axis++) {
            for (int k = 0; k < lattice.sizeK(); k++) {
                for (int j = 0; j < lattice.sizeJ(); j++) {
                    float[] d = map.displacementMm(axis);
                    assertThat(d[lattice.index(0, j, k)]).isCloseTo(0f, within(1e-6f));
                    assertThat(d[lattice.index(lattice.sizeI() - 1, j, k)]).isCloseTo(0f, within(1e-6f));
                }
            }
        }
        double[] far = {500, 0, 0};
        map.apply(far);
        assertThat(far).containsExactly(500, 0, 0);
    }

    @Test
    void theSameSeedGivesTheSameMap() {
        Deformation once = RandomDiffeomorphism.draw(REGION, USUAL, draw(9));
        Deformation again = RandomDiffeomorphism.draw(REGION, USUAL, draw(9));
        Deformation other = RandomDiffeomorphism.draw(REGION, USUAL, draw(10));
        assertThat(again.displacementMm(1)).isEqualTo(once.displacementMm(1));
        assertThat(other.displacementMm(1)).isNotEqualTo(once.displacementMm(1));
    }

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    private static double[] at(int n) {
        int k = n / (REGION.sizeI() * REGION.sizeJ());
        int j = n / REGION.sizeI() % REGION.sizeJ();
        var p = REGION.patientLps(n % REGION.sizeI(), j, k);
        return new double[] {p.x(), p.y(), p.z()};
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
