package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiReader;
import org.midline.phantom.PatientSynthesizer;

class CohortGeneratorTest {

    private static final SplitShares HALVES = new SplitShares(0.5, 0, 0.5);

    @Test
    void makesAReadableCohortAndDoesNotMakeItsPatientsAgain(@TempDir Path folder) throws Exception {
        var generator = new CohortGenerator(new PatientSynthesizer(), HALVES, 2);
        generator.generate(folder, "small", 1, 5, (done, of, id, made) -> {});
        Path image = folder.resolve("patients/SYN-0001/t2.nii.gz");
        byte[] before = Files.readAllBytes(image);

        var made = Collections.synchronizedList(new ArrayList<String>());
        Cohort cohort = generator.generate(folder, "small", 2, 5, (done, of, id, fresh) -> made.add(id + fresh));

        assertThat(made).containsExactlyInAnyOrder("SYN-0001false", "SYN-0002true");
        assertThat(Files.readAllBytes(image)).isEqualTo(before);
        assertThat(cohort.synthetic()).isTrue();
        assertThat(Cohort.read(folder).patients(Split.TRAIN, Sequence.T2)).hasSize(1);
        assertThat(Cohort.read(folder).patients(Split.TEST, Sequence.FLAIR)).hasSize(1);
        var stored = NiftiReader.read(image).volume();
        var fresh = new PatientSynthesizer().synthesize(CohortGenerator.seedOf(5, 0));
        var expected = fresh.images().get(Sequence.T2).image();
        assertThat(stored.values()).isEqualTo(expected.values());
        assertThat(stored.grid().sameAs(expected.grid(), 1e-3)).isTrue();
    }

    @Test
    void seedsOfPatientsAndCohortsDiffer() {
        assertThat(CohortGenerator.seedOf(1, 0)).isNotEqualTo(CohortGenerator.seedOf(1, 1));
        assertThat(CohortGenerator.seedOf(1, 0)).isNotEqualTo(CohortGenerator.seedOf(2, 0));
    }
}
