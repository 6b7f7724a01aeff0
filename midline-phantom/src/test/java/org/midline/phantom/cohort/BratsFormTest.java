package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Split;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiReader;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.tumour.FindingShares;

class BratsFormTest {
    @TempDir
    private static Path work;

    private static PlannedPatient planned;
    private static SyntheticPatient patient;
    private static BratsForm form;

    @BeforeAll
    static void write() throws IOException {
        var population =
                new Population(HeadPool.PROCEDURAL, QuickCentre.named("quick", work), FindingShares.ALL_GLIOMA);
        planned = new PlannedPatient("SYN-1", 77, Split.VALIDATION, population);
        patient = population.synthesizer().synthesize(77).withId("SYN-1");
        form = new BratsForm(work.resolve("brats"));
        form.write(planned, patient);
    }

    private static Path file(String name) {
        return work.resolve("brats/validation/SYN-1/SYN-1-" + name + ".nii.gz");
    }

    @Test
    void hasTheNamesAndTheGridOfTheChallenge() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("brats/validation/SYN-1"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SYN-1-t1c.nii.gz", "SYN-1-t2w.nii.gz", "SYN-1-t2f.nii.gz", "SYN-1-seg.nii.gz");
        }
        VoxelGrid grid = NiftiReader.read(file("seg")).volume().grid();
        assertThat(new int[] {grid.sizeI(), grid.sizeJ(), grid.sizeK()}).containsExactly(240, 240, 155);
        for (String name : new String[] {"t1c", "t2w", "t2f"}) {
            assertThat(NiftiReader.read(file(name)).volume().grid().sameAs(grid, 1e-3))
                    .isTrue();
        }
    }

    @Test
    void theTumourIsWhereItWasAndAsLarge() {
        Mask seg = NiftiReader.read(file("seg")).mask();
        Mask truth = patient.images().get(Sequence.T1C).gtv();
        assertThat(seg.volumeMl()).isCloseTo(truth.volumeMl(), within(0.04 * truth.volumeMl()));
        assertThat(seg.centroidLps().minus(truth.centroidLps()).length()).isLessThan(0.3);
    }

    @Test
    void theImageIsTheSameAtTheSamePoint() {
        Volume brats = NiftiReader.read(file("t2f")).volume();
        Volume flair = patient.images().get(Sequence.FLAIR).image();
        VoxelGrid grid = flair.grid();
        double difference = 0;
        double level = 0;
        for (int k = grid.sizeK() / 4; k < 3 * grid.sizeK() / 4; k++) {
            for (int i = grid.sizeI() / 3; i < 2 * grid.sizeI() / 3; i++) {
                int j = grid.sizeJ() / 2;
                Vec3 ijk = brats.grid().voxelIjk(grid.patientLps(i, j, k));
                int a = (int) Math.round(ijk.x());
                int b = (int) Math.round(ijk.y());
                int c = (int) Math.round(ijk.z());
                assertThat(brats.grid().contains(a, b, c)).isTrue();
                difference += Math.abs(brats.at(a, b, c) - flair.at(i, j, k));
                level += flair.at(i, j, k);
            }
        }
        assertThat(difference / level).isLessThan(0.12);
    }

    @Test
    void isHeldForItsSplitAndGoneWhenRemoved() throws IOException {
        var other = new BratsForm(work.resolve("other"));
        other.write(planned, patient);
        assertThat(other.ids()).containsExactly("SYN-1");
        assertThat(other.holds(planned)).isTrue();
        assertThat(other.holds(new PlannedPatient("SYN-1", 77, Split.TRAIN, planned.population())))
                .isFalse();
        other.remove("SYN-1");
        assertThat(other.holds(planned)).isFalse();
        assertThat(other.ids()).isEmpty();
    }
}
