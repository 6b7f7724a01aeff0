package org.midline.network.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.midline.core.Vec3;
import org.midline.network.image.WorkingGrid;

class PatchTransformTest {
    private static final WorkingGrid GRID = WorkingGrid.region();

    @Test
    void noneMovesNothingAndChangesNothing() {
        PatchTransform none = PatchTransform.none(GRID);
        assertThat(none.patchToSource().apply(1, 2, 3).minus(new Vec3(1, 2, 3)).length())
                .isZero();
        assertThat(none.displacementMm()).allMatch(ControlLattice::isZero);
        assertThat(none.acquisition()).isEmpty();
        assertThat(none.intensity()).isEmpty();
    }

    @Test
    void everyKindOfChangeComesUpAboutAsOftenAsAsked() {
        List<PatchTransform> many = LongStream.range(0, 1000)
                .mapToObj(n -> PatchTransform.draw(AugmentationRanges.head(), GRID, new SplittableRandom(n * 77)))
                .toList();
        Set<Class<?>> kinds = many.stream()
                .flatMap(transform -> java.util.stream.Stream.concat(
                        transform.acquisition().stream(), transform.intensity().stream()))
                .<Class<?>>map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(ImageChange.class.getPermittedSubclasses());
        long thick = many.stream()
                .filter(transform ->
                        transform.acquisition().stream().anyMatch(ImageChange.ThickSlices.class::isInstance))
                .count();
        assertThat(thick).isBetween(150L, 250L);
    }

    @Test
    void anotherChanceOfBlurLeavesThePoseAlone() {
        AugmentationRanges usual = AugmentationRanges.region();
        var sharp = new AugmentationRanges(usual.pose(), AcquisitionRanges.NONE, usual.intensity());
        PatchTransform one = PatchTransform.draw(usual, GRID, new SplittableRandom(3));
        PatchTransform other = PatchTransform.draw(sharp, GRID, new SplittableRandom(3));
        assertThat(other.patchToSource()).isEqualTo(one.patchToSource());
        assertThat(other.intensity()).hasSameSizeAs(one.intensity());
        assertThat(other.acquisition()).isEmpty();
    }

    @Test
    void segmentersNeverSeeDarkForBright() {
        for (int n = 0; n < 300; n++) {
            PatchTransform drawn = PatchTransform.draw(AugmentationRanges.region(), GRID, new SplittableRandom(n));
            assertThat(drawn.intensity()).noneMatch(ImageChange.Inversion.class::isInstance);
        }
    }
}
