package org.midline.phantom.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

class ExpertDelineationTest {

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    /** An uneven ellipsoid on slices of 0.8 mm pixels. */
    private static Mask tumour(double millilitres, double sliceMm, long seed) {
        Draw draw = draw(seed);
        double radius = Math.cbrt(millilitres * 1000 * 3 / (4 * Math.PI));
        var bumps = new NoiseField(draw, 6, 2);
        double a = draw.uniform(0.8, 1.25);
        double b = draw.uniform(0.8, 1.25);
        int slices = (int) Math.ceil(90 / sliceMm);
        var grid = new VoxelGrid(112, 112, slices, Affine.scaling(0.8, 0.8, sliceMm));
        Vec3 centre = grid.centreLps();
        var inside = new boolean[grid.voxelCount()];
        int n = 0;
        for (int k = 0; k < slices; k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Vec3 p = grid.patientLps(i, j, k).minus(centre);
                    double level = new Vec3(p.x() / a, p.y() / b, p.z() * a * b).length();
                    inside[n] = level < radius + 2 * bumps.at(p.x(), p.y(), p.z());
                }
            }
        }
        return new Mask(grid, inside);
    }

    private static double dice(Mask a, Mask b) {
        int common = 0;
        for (int n = 0; n < a.inside().length; n++) {
            common += (a.inside()[n] && b.inside()[n]) ? 1 : 0;
        }
        return 2.0 * common / (a.voxelCount() + b.voxelCount());
    }

    @Test
    void twoExpertsAgreeAsPublishedObserversDo() {
        int patients = 24;
        double agreement = 0;
        double volume = 0;
        for (int patient = 0; patient < patients; patient++) {
            Mask truth = tumour(5 * Math.pow(16, patient / (patients - 1.0)), patient % 2 == 0 ? 4 : 5, patient);
            Mask one = new ExpertDelineation(draw(1000 + patient)).delineate(truth);
            Mask other = new ExpertDelineation(draw(2000 + patient)).delineate(truth);
            agreement += dice(one, other) / patients;
            volume += one.volumeMl() / truth.volumeMl() / patients;
        }
        System.out.printf("Two simulated experts, %d patients of 5 to 80 ml: mean DSC %.3f%n", patients, agreement);
        assertThat(agreement).isBetween(0.86, 0.90);
        assertThat(volume).isCloseTo(1, within(0.06));
    }

    @Test
    void theBorderIsWrongByOneToTwoMillimetresInTheSlices() {
        double radius = 30;
        var grid = new VoxelGrid(200, 200, 3, Affine.scaling(0.5, 0.5, 30));
        Vec3 centre = grid.centreLps();
        var inside = new boolean[grid.voxelCount()];
        int slice = grid.sizeI() * grid.sizeJ();
        for (int n = 0; n < slice; n++) {
            int row = n / grid.sizeI();
            Vec3 p = grid.patientLps(n % grid.sizeI(), row, 1).minus(centre);
            inside[slice + n] = p.length() < radius;
        }
        double squares = 0;
        int rays = 0;
        for (int expert = 0; expert < 20; expert++) {
            Mask drawn = new ExpertDelineation(draw(expert)).delineate(new Mask(grid, inside));
            for (int angle = 0; angle < 360; angle += 10) {
                double reach = 0;
                while (isInside(drawn, centre, angle, reach)) {
                    reach += 0.1;
                }
                squares += (reach - radius) * (reach - radius);
                rays++;
            }
        }
        assertThat(Math.sqrt(squares / rays)).isBetween(1.0, 2.0);
    }

    private static boolean isInside(Mask drawn, Vec3 centre, int degrees, double reach) {
        double x = centre.x() + reach * Math.cos(Math.toRadians(degrees));
        double y = centre.y() + reach * Math.sin(Math.toRadians(degrees));
        Vec3 voxel = drawn.grid().voxelIjk(new Vec3(x, y, centre.z()));
        return drawn.at((int) Math.round(voxel.x()), (int) Math.round(voxel.y()), 1);
    }

    @Test
    void slicesAtTheEndsAreLeftOutAndAdded() {
        Mask truth = tumour(30, 4, 7);
        int fewer = 0;
        int more = 0;
        for (int expert = 0; expert < 30; expert++) {
            int difference = slices(new ExpertDelineation(draw(expert)).delineate(truth)) - slices(truth);
            fewer += difference < 0 ? 1 : 0;
            more += difference > 0 ? 1 : 0;
        }
        assertThat(fewer).isGreaterThan(3);
        assertThat(more).isGreaterThan(3);
    }

    private static int slices(Mask mask) {
        int slice = mask.grid().sizeI() * mask.grid().sizeJ();
        int count = 0;
        for (int k = 0; k < mask.grid().sizeK(); k++) {
            boolean any = false;
            for (int n = k * slice; n < (k + 1) * slice; n++) {
                any |= mask.inside()[n];
            }
            count += any ? 1 : 0;
        }
        return count;
    }

    @Test
    void theSameDrawGivesTheSameMaskAndNothingStaysNothing() {
        Mask truth = tumour(12, 3, 5);
        boolean[] first = new ExpertDelineation(draw(3)).delineate(truth).inside();
        assertThat(new ExpertDelineation(draw(3)).delineate(truth).inside()).isEqualTo(first);
        assertThat(new ExpertDelineation(draw(4)).delineate(truth).inside()).isNotEqualTo(first);
        assertThat(new ExpertDelineation(draw(3))
                        .delineate(Mask.empty(truth.grid()))
                        .isEmpty())
                .isTrue();
    }
}
