package org.midline.phantom.head.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/** On a brain of ellipsoids, whose skull and scalp have to be added. */
class LabelledHeadsTest {
    private static final VoxelGrid COARSE = new VoxelGrid(
            96,
            116,
            106,
            Affine.scaling(2, 2, 2)
                    .withTranslation(HeadMap.standardGrid().voxelToPatientLps().translation()));

    @TempDir
    static Path folder;

    private static LabelledHeads heads;
    private static HeadMap usual;

    @BeforeAll
    static void write() throws IOException {
        NiftiWriter.writeLabels(folder.resolve("b.nii.gz"), SmallBrain.GRID, SmallBrain.labels(SmallBrain.GRID));
        VoxelGrid other = SmallBrain.GRID.window(0, 0, 0, 76, 80, 96);
        var turned = new VoxelGrid(
                76,
                96,
                80,
                new Affine(
                        other.voxelToPatientLps().columnI().times(-1),
                        other.voxelToPatientLps().columnK().times(-1),
                        other.voxelToPatientLps().columnJ(),
                        other.patientLps(75, 0, 95)));
        NiftiWriter.writeLabels(folder.resolve("a.nii"), turned, SmallBrain.labels(turned));
        heads = LabelledHeads.open(folder);
        usual = drawn("b", HeadVariant.USUAL, 3).map(COARSE, PointMap.IDENTITY);
    }

    @Test
    void headsAreNamedSortedAndChosenByName() {
        assertThat(heads.names()).containsExactly("a", "b");
        assertThat(heads.only(List.of("b")).names()).containsExactly("b");
        assertThat(drawn("b", HeadVariant.USUAL, 1).source()).isEqualTo("b");
        assertThatThrownBy(() -> heads.only(List.of("c")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("No head c")
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> heads.only(List.of())).isInstanceOf(InputRefusedException.class);
    }

    @Test
    void theIdentityFollowsFromNamesAndContents(@TempDir Path copy) throws IOException {
        Path same = Files.copy(folder.resolve("a.nii"), copy.resolve("a.nii"));
        String identity = heads.only(List.of("a")).identity();
        assertThat(identity).startsWith("a ").isNotEqualTo(heads.identity());
        assertThat(LabelledHeads.open(copy).identity()).isEqualTo(identity);
        Files.write(same, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(LabelledHeads.open(copy).identity()).isNotEqualTo(identity);
    }

    @Test
    void theOrderAndDirectionOfTheAxesDoNotMatter() {
        HeadMap other = drawn("a", HeadVariant.USUAL, 3).map(COARSE, PointMap.IDENTITY);
        int different = 0;
        for (int n = 0; n < other.tissues().length; n++) {
            different += other.tissues()[n] == usual.tissues()[n] ? 0 : 1;
        }
        assertThat(different).isLessThan(other.tissues().length / 1000);
    }

    @Test
    void theBrainGetsFluidSkullScalpAndCord() {
        for (Tissue tissue :
                List.of(Tissue.CSF, Tissue.CORTICAL_BONE, Tissue.MARROW, Tissue.FAT, Tissue.SKIN, Tissue.SPINAL_CORD)) {
            assertThat(ml(usual, tissue)).as(tissue.name()).isGreaterThan(1);
        }
        VoxelGrid grid = usual.grid();
        for (int n = 1; n < usual.tissues().length; n++) {
            boolean brain = Tissue.of(usual.tissues()[n]).isBrain();
            boolean next = Tissue.of(usual.tissues()[n - 1]).isBrain();
            if (n % grid.sizeI() != 0 && brain != next) {
                assertThat(usual.tissues()[brain ? n - 1 : n]).isNotEqualTo(Tissue.AIR.label());
            }
        }
    }

    @Test
    void theBrainstemIsThreePartsInAdultProportion() {
        double midbrain = ml(usual, Tissue.MIDBRAIN);
        double pons = ml(usual, Tissue.PONS);
        double medulla = ml(usual, Tissue.MEDULLA);
        assertThat(pons / (midbrain + pons + medulla)).isBetween(0.4, 0.7);
        assertThat(midbrain).isGreaterThan(3);
        assertThat(medulla).isGreaterThan(2);
        assertThat(ml(usual, Tissue.ARTERY)).isBetween(0.05, 1.0);
    }

    @Test
    void twoPatientsOfOneHeadDifferAndKeepEveryTissue() {
        HeadMap other = drawn("b", HeadVariant.USUAL, 4).map(COARSE, PointMap.IDENTITY);
        assertThat(other.tissues()).isNotEqualTo(usual.tissues());
        for (Tissue tissue : List.of(
                Tissue.THALAMUS, Tissue.PONS, Tissue.WHITE_MATTER, Tissue.BASAL_GANGLIA, Tissue.CEREBELLAR_CORTEX)) {
            assertThat(ml(other, tissue) / ml(usual, tissue)).as(tissue.name()).isBetween(0.6, 1.7);
        }
        assertThat(drawn("b", HeadVariant.USUAL, 3)
                        .map(COARSE, PointMap.IDENTITY)
                        .tissues())
                .isEqualTo(usual.tissues());
    }

    @Test
    void hydrocephalusWidensTheVentriclesAndLeavesTheSkull() {
        HeadMap wide = drawn("b", HeadVariant.HYDROCEPHALUS, 3).map(COARSE, PointMap.IDENTITY);
        assertThat(ml(wide, Tissue.VENTRICLE) / ml(usual, Tissue.VENTRICLE)).isGreaterThan(1.6);
        assertThat(ml(wide, Tissue.CORTICAL_BONE)).isEqualTo(ml(usual, Tissue.CORTICAL_BONE));
    }

    @Test
    void chiariLowersTheTonsilsOnly() {
        HeadMap low = drawn("b", HeadVariant.CHIARI, 3).map(COARSE, PointMap.IDENTITY);
        assertThat(lowestCerebellum(low)).isLessThan(lowestCerebellum(usual) - 3);
        assertThat(ml(low, Tissue.CORTICAL_BONE)).isEqualTo(ml(usual, Tissue.CORTICAL_BONE));
        assertThat(ml(low, Tissue.THALAMUS)).isEqualTo(ml(usual, Tissue.THALAMUS));
    }

    @Test
    void whatIsNoLabelMapIsRefusedByFileAndReason(@TempDir Path bad) throws IOException {
        refused(bad.resolve("none"), "no such folder");
        refused(bad, "holds no .nii");
        VoxelGrid grid = SmallBrain.GRID;
        byte[] labels = SmallBrain.labels(grid);

        var image = new float[labels.length];
        for (int n = 0; n < image.length; n++) {
            image[n] = labels[n] * 1.37f;
        }
        NiftiWriter.write(bad.resolve("x.nii.gz"), new Volume(grid, image));
        refused(bad, "x.nii.gz", "expected whole numbers");

        byte[] headless = labels.clone();
        for (int n = 0; n < headless.length; n++) {
            headless[n] = headless[n] == 16 ? 0 : headless[n];
        }
        NiftiWriter.writeLabels(bad.resolve("x.nii.gz"), grid, headless);
        refused(bad, "x.nii.gz", "0.0 ml of label 16 (brainstem)");

        byte[] unknown = labels.clone();
        unknown[7] = 99;
        NiftiWriter.writeLabels(bad.resolve("x.nii.gz"), grid, unknown);
        refused(bad, "x.nii.gz", "99 in 1 voxels");

        byte[] swapped = labels.clone();
        for (LabelTable.Pair pair : LabelTable.builtIn().pairs()) {
            for (int n = 0; n < swapped.length; n++) {
                swapped[n] = (byte)
                        (labels[n] == pair.left()
                                ? pair.right()
                                : labels[n] == pair.right() ? pair.left() : swapped[n]);
            }
        }
        NiftiWriter.writeLabels(bad.resolve("x.nii.gz"), grid, swapped);
        refused(bad, "x.nii.gz", "to the patient's left");
        Files.delete(bad.resolve("x.nii.gz"));
    }

    private static void refused(Path folder, String... words) {
        assertThatThrownBy(() -> LabelledHeads.open(folder).draw(HeadVariant.USUAL, new Draw(new SplittableRandom(1))))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll(words);
    }

    private static Head drawn(String name, HeadVariant variant, long seed) {
        return heads.only(List.of(name)).draw(variant, new Draw(new SplittableRandom(seed)));
    }

    private static double ml(HeadMap head, Tissue tissue) {
        int count = 0;
        for (byte label : head.tissues()) {
            count += label == tissue.label() ? 1 : 0;
        }
        return count * head.grid().voxelVolumeMm3() / 1000;
    }

    private static double lowestCerebellum(HeadMap head) {
        VoxelGrid grid = head.grid();
        for (int n = 0; n < head.tissues().length; n++) {
            if (head.tissues()[n] == Tissue.CEREBELLAR_CORTEX.label()) {
                int k = n / (grid.sizeI() * grid.sizeJ());
                return grid.patientLps(0, 0, k).z();
            }
        }
        throw new AssertionError("No cerebellum");
    }
}
