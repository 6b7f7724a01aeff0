package org.midline.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.image.WorkingGrid;

class PatchStreamTest {
    @TempDir
    static Path folder;

    private static Cohort cohort;

    @BeforeAll
    static void write() throws IOException {
        cohort = SmallCohort.write(folder);
    }

    @Test
    void aPositionAlwaysGivesTheSamePatch() {
        PatchStream one = stream(Task.SEGMENTER, AugmentationRanges.region(), 5);
        PatchStream other = stream(Task.SEGMENTER, AugmentationRanges.region(), 5);

        assertThat(other.at(17).image()).isEqualTo(one.at(17).image());
        assertThat(other.at(17).truth()).isEqualTo(one.at(17).truth());
        assertThat(one.at(18).image()).isNotEqualTo(one.at(17).image());
        assertThat(stream(Task.SEGMENTER, AugmentationRanges.region(), 6).at(17).image())
                .isNotEqualTo(one.at(17).image());
    }

    @Test
    void aPatchIsNormalisedAndItsTruthAPart() {
        Patch patch = stream(Task.SEGMENTER, AugmentationRanges.region(), 1).at(3);
        for (float part : patch.truth()) {
            assertThat(part).isBetween(0f, 1f);
        }
        for (float value : patch.image()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void theTumourIsBrightWhereItsTruthIs() {
        PatchStream stream = stream(Task.SEGMENTER, AugmentationRanges.region(), 2);
        for (int n = 0; n < 20; n++) {
            Patch patch = stream.at(n);
            double inside = 0;
            double outside = 0;
            double insideCount = 0;
            double outsideCount = 0;
            for (int v = 0; v < patch.image().length; v++) {
                boolean in = patch.truth()[v] > 0.99f;
                inside += in ? patch.image()[v] : 0;
                insideCount += in ? 1 : 0;
                outside += patch.truth()[v] == 0 ? patch.image()[v] : 0;
                outsideCount += patch.truth()[v] == 0 ? 1 : 0;
            }
            assertThat(insideCount).isPositive();
            assertThat(inside / insideCount).isGreaterThan(outside / outsideCount + 1);
        }
    }

    @Test
    void unchangedKeepsTheTumoursVolume() {
        PatchStream stream = stream(Task.SEGMENTER, AugmentationRanges.none(), 0);
        for (int n = 0; n < stream.caseCount(); n++) {
            double ml = 0;
            for (float part : stream.unchanged(n).truth()) {
                ml += part * 8 / 1000;
            }
            double radius = Math.cbrt(ml * 1000 * 3 / (4 * Math.PI));
            assertThat(radius % 3)
                    .satisfiesAnyOf(
                            rest -> assertThat(rest).isCloseTo(0, within(0.5)),
                            rest -> assertThat(rest).isCloseTo(3, within(0.5)));
        }
    }

    @Test
    void theLocaliserLearnsThreeStructures() {
        PatchStream stream = stream(Task.LOCALISER, AugmentationRanges.head(), 4);
        Patch patch = stream.at(0);
        assertThat(patch.truth()).hasSize(3 * patch.image().length);
        for (int s = 0; s < 3; s++) {
            double sum = 0;
            for (int v = 0; v < patch.image().length; v++) {
                sum += patch.truth()[s * patch.image().length + v];
            }
            assertThat(sum).isPositive();
        }
    }

    @Test
    void aSequenceThatNobodyHasIsRefused() {
        assertThatThrownBy(() -> PatchStream.load(
                        Task.SEGMENTER,
                        WorkingGrid.region(),
                        cohort.patients(),
                        List.of(Sequence.FLAIR),
                        AugmentationRanges.none(),
                        0,
                        0,
                        count -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("T2-FLAIR");
    }

    private static PatchStream stream(Task task, AugmentationRanges ranges, long seed) {
        return PatchStream.load(
                task,
                task.workingGrid(),
                cohort.patients(Split.TRAIN, Sequence.T2),
                List.of(Sequence.T2),
                ranges,
                24,
                seed,
                count -> {});
    }
}
