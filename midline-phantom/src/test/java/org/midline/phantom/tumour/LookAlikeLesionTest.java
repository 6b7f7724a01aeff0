package org.midline.phantom.tumour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;

class LookAlikeLesionTest {
    private static HeadMap head;

    @BeforeAll
    static void build() {
        head = new ProceduralHeads()
                .draw(HeadVariant.USUAL, new Draw(new SplittableRandom(5)))
                .map(HeadMap.standardGrid().window(30, 60, 40, 130, 150, 130), PointMap.IDENTITY);
    }

    private static TissueChange grown(Finding.LookAlike finding) {
        return LookAlikeLesion.of(finding, head, new Draw(new SplittableRandom(9)))
                .orElseThrow();
    }

    private static int count(float[] field) {
        int count = 0;
        for (float share : field) {
            count += share > 0.5f ? 1 : 0;
        }
        return count;
    }

    @Test
    void noneOfThemIsTarget() {
        for (Finding.LookAlike finding : Finding.LookAlike.values()) {
            LookAlikeLesion.of(finding, head, new Draw(new SplittableRandom(9)))
                    .ifPresent(change -> assertThat(change.volumeMl(1)).isZero());
        }
    }

    @Test
    void massesAreLargeAndKeepOffBoneAndBrainstem() {
        for (Finding.LookAlike finding :
                new Finding.LookAlike[] {Finding.LookAlike.PINEAL_MASS, Finding.LookAlike.CEREBELLAR_MASS}) {
            TissueChange change = grown(finding);
            assertThat(count(change.density())).isGreaterThan(500);
            change.window().forEach((n, i, j, k) -> {
                if (change.density()[n] > 0) {
                    assertThat(head.at(i, j, k)).isNotIn(Tissue.CORTICAL_BONE, Tissue.DURA, Tissue.VEIN, Tissue.AIR);
                }
            });
        }
    }

    @Test
    void spotsLieInWhiteMatterAndHoldNoCells() {
        TissueChange change = grown(Finding.LookAlike.WHITE_MATTER_LESIONS);
        assertThat(count(change.density())).isZero();
        assertThat(count(change.oedema())).isPositive();
        change.window().forEach((n, i, j, k) -> {
            if (change.oedema()[n] > 0) {
                assertThat(head.at(i, j, k)).isEqualTo(Tissue.WHITE_MATTER);
            }
        });
    }

    @Test
    void dilatedCapillariesOnlyEnhance() {
        TissueChange change = grown(Finding.LookAlike.VESSELS);
        assertThat(count(change.density())).isZero();
        float most = 0;
        for (float share : change.enhancing()) {
            most = Math.max(most, share);
        }
        assertThat(most).isBetween(0.2f, 0.6f);
    }
}
