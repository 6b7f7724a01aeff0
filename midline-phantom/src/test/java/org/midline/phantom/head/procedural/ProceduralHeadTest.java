package org.midline.phantom.head.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Vec3;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/** One head, looked at as an anatomist would: what is where, how much of it. */
class ProceduralHeadTest {
    private static HeadMap head;
    private static HeadTraits traits;
    private static final Map<Tissue, Double> VOLUME_ML = new EnumMap<>(Tissue.class);
    private static final Map<Tissue, Vec3> CENTRE_LPS = new EnumMap<>(Tissue.class);

    @BeforeAll
    static void build() {
        var draw = new Draw(new SplittableRandom(2));
        traits = HeadTraits.draw(HeadVariant.USUAL, draw);
        head = new ProceduralHead(traits, draw).map(HeadMap.standardGrid(), PointMap.IDENTITY);
        var grid = head.grid();
        for (Tissue tissue : Tissue.values()) {
            double x = 0;
            double y = 0;
            double z = 0;
            int count = 0;
            int n = 0;
            for (int k = 0; k < grid.sizeK(); k++) {
                for (int j = 0; j < grid.sizeJ(); j++) {
                    for (int i = 0; i < grid.sizeI(); i++, n++) {
                        if (head.tissues()[n] == tissue.label()) {
                            Vec3 p = grid.patientLps(i, j, k);
                            x += p.x();
                            y += p.y();
                            z += p.z();
                            count++;
                        }
                    }
                }
            }
            VOLUME_ML.put(tissue, count / 1000.0);
            CENTRE_LPS.put(tissue, new Vec3(x / count, y / count, z / count));
        }
    }

    @Test
    void hasTheVolumesOfAHead() {
        double brain = 0;
        for (Tissue tissue : Tissue.values()) {
            brain += tissue.isBrain() ? VOLUME_ML.get(tissue) : 0;
        }
        double brainstem = VOLUME_ML.get(Tissue.MIDBRAIN) + VOLUME_ML.get(Tissue.PONS) + VOLUME_ML.get(Tissue.MEDULLA);
        double cerebellum = VOLUME_ML.get(Tissue.CEREBELLAR_CORTEX) + VOLUME_ML.get(Tissue.CEREBELLAR_WHITE_MATTER);
        assertThat(brain).isBetween(950.0, 1700.0);
        assertThat(brainstem).isBetween(18.0, 36.0);
        assertThat(VOLUME_ML.get(Tissue.THALAMUS)).isBetween(8.0, 16.0);
        assertThat(cerebellum).isBetween(90.0, 220.0);
        assertThat(VOLUME_ML.get(Tissue.VENTRICLE)).isBetween(5.0, 90.0);
        assertThat(VOLUME_ML.get(Tissue.CORTEX) / VOLUME_ML.get(Tissue.WHITE_MATTER))
                .isBetween(0.7, 2.0);
        assertThat(VOLUME_ML.get(Tissue.CEREBELLAR_CORTEX) / cerebellum).isBetween(0.55, 0.85);
        assertThat(VOLUME_ML.get(Tissue.CSF)).isBetween(120.0, 420.0);
    }

    /** What an image without skull keeps must not lie in face or neck. */
    @Test
    void hasNoBrainDuraOrVesselInFaceAndNeck() {
        var grid = head.grid();
        int n = 0;
        int outside = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Tissue tissue = Tissue.of(head.tissues()[n]);
                    boolean kept = tissue.isBrain()
                            || tissue == Tissue.DURA
                            || tissue == Tissue.ARTERY
                            || tissue == Tissue.VEIN;
                    Vec3 p = traits.patientToTemplate().apply(grid.patientLps(i, j, k));
                    outside += kept && p.z() < -35 && (p.y() < -50 || Math.abs(p.x()) > 75) ? 1 : 0;
                    outside += kept && p.z() < -95 && Math.abs(p.x()) > 22 ? 1 : 0;
                }
            }
        }
        assertThat(outside).isZero();
    }

    @Test
    void stacksTheBrainstemBehindTheCistern() {
        assertThat(CENTRE_LPS.get(Tissue.THALAMUS).z())
                .isGreaterThan(CENTRE_LPS.get(Tissue.MIDBRAIN).z());
        assertThat(CENTRE_LPS.get(Tissue.MIDBRAIN).z())
                .isGreaterThan(CENTRE_LPS.get(Tissue.PONS).z() + 10);
        assertThat(CENTRE_LPS.get(Tissue.PONS).z())
                .isGreaterThan(CENTRE_LPS.get(Tissue.MEDULLA).z() + 15);
        assertThat(CENTRE_LPS.get(Tissue.CEREBELLAR_CORTEX).y())
                .isGreaterThan(CENTRE_LPS.get(Tissue.PONS).y() + 15);
    }

    /** Cortex is a ribbon: from hardly a point of it are CSF, deep nuclei or a vessel far, nor is white matter. */
    @Test
    void cortexLiesBetweenFluidAndWhiteMatter() {
        var grid = head.grid();
        int cortex = 0;
        int fluid = 0;
        int white = 0;
        for (int k = 60; k < grid.sizeK() - 6; k += 3) {
            for (int j = 6; j < grid.sizeJ() - 6; j += 3) {
                for (int i = 6; i < grid.sizeI() - 6; i += 3) {
                    if (head.at(i, j, k) == Tissue.CORTEX) {
                        cortex++;
                        fluid += near(i, j, k, 4, Tissue.CSF) ? 1 : 0;
                        white += near(i, j, k, 5, Tissue.WHITE_MATTER) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(fluid / (double) cortex).isGreaterThan(0.85);
        assertThat(white / (double) cortex).isGreaterThan(0.8);
    }

    private static boolean near(int i, int j, int k, int reach, Tissue wanted) {
        for (int dk = -reach; dk <= reach; dk++) {
            for (int dj = -reach; dj <= reach; dj++) {
                for (int di = -reach; di <= reach; di++) {
                    if (di * di + dj * dj + dk * dk <= reach * reach && head.at(i + di, j + dj, k + dk) == wanted) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void meetsCisternPonsFourthVentricleCerebellumFromFrontToBack() {
        var toPatient = traits.patientToTemplate().inverse();
        String seen = "";
        for (double y = -14; y < 70; y += 0.5) {
            Vec3 ijk = head.grid().voxelIjk(toPatient.apply(2, y, -35));
            Tissue tissue = head.at((int) Math.round(ijk.x()), (int) Math.round(ijk.y()), (int) Math.round(ijk.z()));
            String letter = switch (tissue) {
                case CSF, ARTERY -> "c";
                case PONS -> "p";
                case VENTRICLE -> "v";
                case CEREBELLAR_CORTEX, CEREBELLAR_WHITE_MATTER -> "b";
                default -> "";
            };
            seen = seen.endsWith(letter) ? seen : seen + letter;
        }
        assertThat(seen).startsWith("cpvb");
    }

    @Test
    void isDifferentForAnotherSeedAndTheSameForTheSame() {
        assertThat(small(7).tissues()).isEqualTo(small(7).tissues());
        assertThat(small(7).tissues()).isNotEqualTo(small(8).tissues());
    }

    private static HeadMap small(long seed) {
        var draw = new Draw(new SplittableRandom(seed));
        var grid = HeadMap.standardGrid().window(60, 80, 60, 60, 60, 40);
        return new ProceduralHead(HeadTraits.draw(HeadVariant.USUAL, draw), draw).map(grid, PointMap.IDENTITY);
    }
}
