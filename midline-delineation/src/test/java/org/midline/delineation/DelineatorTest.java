package org.midline.delineation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.input.ImageSource;
import org.midline.delineation.input.SequenceImage;
import org.midline.delineation.input.StudyImages;
import org.midline.network.inference.Localisation;

class DelineatorTest {
    private static final VoxelGrid GRID =
            new VoxelGrid(120, 120, 25, Affine.scaling(1.5, 1.5, 6).withTranslation(new Vec3(-90, -90, -70)));
    private static final Vec3 CENTRE = new Vec3(2, 5, -4);

    private static SequenceImage image(Volume volume) {
        return new SequenceImage(
                Sequence.T2,
                volume,
                new ImageSource.Nifti(Path.of("t2.nii"), "for the test"),
                List.of("named t2 by the user"),
                List.of("a caution of the input"));
    }

    private static Volume noise(VoxelGrid grid) {
        var random = new Random(1);
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = random.nextFloat();
        }
        return new Volume(grid, values);
    }

    private static Delineation delineate(RegionFinder finder, BallModel model, SequenceImage image) {
        try (var delineator = new Delineator(
                new DelineationModels(() -> finder, Map.of(Sequence.T2, () -> model)), PlausibilityRules.USUAL)) {
            return delineator.delineate(image);
        }
    }

    private static Delineation ball(double radiusMm, Volume volume) {
        return delineate(BallModel.finder(CENTRE), new BallModel(CENTRE, radiusMm, CENTRE), image(volume));
    }

    @Test
    void findsATumourOnTheNativeGrid() {
        var result = ball(15, noise(GRID));
        assertThat(result).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.gtv().grid()).isEqualTo(GRID);
            assertThat(found.gtv().volumeMl()).isCloseTo(14.14, within(0.6));
            assertThat(found.regionCentreLps()).isEqualTo(CENTRE);
            assertThat(found.cautions()).containsExactly("a caution of the input");
            assertThat(found.gtvOn(GRID).inside()).isEqualTo(found.gtv().inside());
        });
    }

    @Test
    void findsNothingBelowTheSmallestTumour() {
        assertThat(ball(3.5, noise(GRID)))
                .isInstanceOfSatisfying(
                        NothingFound.class,
                        nothing -> assertThat(nothing.reason()).contains("less than the 0.30 ml"));
        assertThat(ball(-10, noise(GRID)))
                .isInstanceOfSatisfying(
                        NothingFound.class,
                        nothing -> assertThat(nothing.reason()).contains("no voxel"));
    }

    @Test
    void cautionsWhereTheRegionMayCutTheTumourOff() {
        var model = new BallModel(CENTRE.plus(new Vec3(40, 0, 0)), 15, CENTRE);
        assertThat(delineate(BallModel.finder(CENTRE), model, image(noise(GRID))))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.cautions()).anyMatch(c -> c.contains("cut off")));
    }

    @Test
    void refusesWhereTheMidlineIsNotFound() {
        var finder = BallModel.finder(new Localisation.NotLocated("no brainstem, 0.0 ml"));
        assertThat(delineate(finder, new BallModel(CENTRE, 15, CENTRE), image(noise(GRID))))
                .isEqualTo(new Refused("brainstem and thalami were not found: no brainstem, 0.0 ml"));
    }

    @Test
    void refusesImagesThatCannotHoldAHead() {
        var single = new VoxelGrid(256, 256, 1, Affine.scaling(1, 1, 5));
        assertThat(ball(15, noise(single)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("256 x 256 x 1")
                                .contains("5 mm along its axis k")
                                .contains("40 mm"));
        assertThat(ball(15, new Volume(GRID, new float[GRID.voxelCount()])))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("same value"));
        var notNumbers = new float[GRID.voxelCount()];
        Arrays.fill(notNumbers, Float.NaN);
        assertThat(ball(15, new Volume(GRID, notNumbers))).isInstanceOf(Refused.class);
    }

    @Test
    void saysWhenVoxelsAreNotNumbers() {
        Volume volume = noise(GRID);
        volume.values()[7] = Float.NaN;
        volume.values()[8] = Float.POSITIVE_INFINITY;
        assertThat(ball(15, volume))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.cautions()).anyMatch(c -> c.startsWith("2 voxels")));
    }

    @Test
    void refusesASequenceWithoutModelAndStillDoesTheOthers() {
        var t2 = image(noise(GRID));
        var flair = new SequenceImage(Sequence.FLAIR, t2.volume(), t2.source(), List.of(), List.of());
        var study = new StudyImages("P", Map.of(Sequence.T2, t2, Sequence.FLAIR, flair), List.of());
        try (var delineator = new Delineator(
                new DelineationModels(
                        () -> BallModel.finder(CENTRE), Map.of(Sequence.T2, () -> new BallModel(CENTRE, 15, CENTRE))),
                PlausibilityRules.USUAL)) {
            StudyDelineation delineation = delineator.delineate(study);
            assertThat(delineation.results().get(Sequence.FLAIR)).isEqualTo(new Refused("no model for T2-FLAIR"));
            assertThat(delineation.found()).containsOnlyKeys(Sequence.T2);
            assertThat(delineation.reference()).contains(Sequence.T2);
            assertThat(delineation.models()).containsOnlyKeys(Sequence.T2);
        }
    }
}
