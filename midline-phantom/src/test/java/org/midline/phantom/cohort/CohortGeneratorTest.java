package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiReader;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.FindingShares;

class CohortGeneratorTest {
    private static final SplitShares HALVES = new SplitShares(0.5, 0, 0.5);

    /** Patients without tumour are made in half the time. */
    private static final FindingShares NOTHING = new FindingShares(1, 0);

    @TempDir
    private Path folder;

    private final List<String> made = Collections.synchronizedList(new ArrayList<>());

    private CohortPlan plan(int patients, FindingShares findings) throws Exception {
        var population = new Population(HeadPool.PROCEDURAL, quick(), findings);
        return CohortPlan.seeded("small", "for a test", patients, 5, HALVES, (split, number) -> population);
    }

    private Centre quick() throws Exception {
        return QuickCentre.named("quick", folder);
    }

    private Cohort generate(CohortPlan plan, List<CohortForm> forms, List<CohortForm> otherForms) throws Exception {
        made.clear();
        return new CohortGenerator(folder, 2, forms, otherForms)
                .generate(plan, (done, of, id, fresh) -> made.add(id + (fresh ? " made" : " kept")));
    }

    @Test
    void makesAReadableCohortAndDoesNotMakeItsPatientsAgain() throws Exception {
        var form = new NamesOnly();
        generate(plan(1, NOTHING), List.of(form), List.of());
        Path image = folder.resolve("patients/SYN-0001/t2.nii.gz");
        byte[] before = Files.readAllBytes(image);

        Cohort cohort = generate(plan(2, NOTHING), List.of(form), List.of());

        assertThat(made).containsExactlyInAnyOrder("SYN-0001 kept", "SYN-0002 made");
        assertThat(Files.readAllBytes(image)).isEqualTo(before);
        assertThat(cohort.synthetic()).isTrue();
        assertThat(Cohort.read(folder).patients(Split.TRAIN, Sequence.T2)).hasSize(1);
        assertThat(Cohort.read(folder).patients(Split.TEST, Sequence.FLAIR)).hasSize(1);
        assertThat(form.names).containsExactlyInAnyOrder("SYN-0001", "SYN-0002");
        SyntheticPatient fresh = new PatientSynthesizer(HeadPool.PROCEDURAL.heads(), quick(), NOTHING)
                .synthesize(CohortPlan.seedOf(5, 0));
        var stored = NiftiReader.read(image).volume();
        var expected = fresh.images().get(Sequence.T2);
        assertThat(stored.values()).isEqualTo(expected.image().values());
        assertThat(stored.grid().sameAs(expected.image().grid(), 1e-3)).isTrue();
        Path expert = folder.resolve("patients/SYN-0001/t2_expert.nii.gz");
        assertThat(NiftiReader.read(expert).mask().inside())
                .isEqualTo(expected.expert().inside());
    }

    @Test
    void otherSettingsMakeAPatientAgainAndLeaveNothingOfTheFormerOne() throws Exception {
        var form = new NamesOnly();
        generate(plan(1, NOTHING), List.of(form), List.of());
        form.names.add("SYN-0009");

        Cohort cohort = generate(plan(1, FindingShares.ALL_GLIOMA), List.of(), List.of(form));
        assertThat(made).containsExactly("SYN-0001 made");
        assertThat(cohort.patients().get(0).attributes()).containsEntry("finding", "glioma");
        assertThat(form.names).containsExactly("SYN-0009");

        generate(plan(1, FindingShares.ALL_GLIOMA), List.of(form), List.of());
        assertThat(made).containsExactly("SYN-0001 made");
        assertThat(form.names).containsExactly("SYN-0001");
    }

    /** A form that keeps nothing but names. */
    private static final class NamesOnly implements CohortForm {
        private final Set<String> names = Collections.synchronizedSet(new HashSet<>());

        @Override
        public boolean holds(PlannedPatient patient) {
            return names.contains(patient.id());
        }

        @Override
        public void write(PlannedPatient planned, SyntheticPatient patient) {
            assertThat(patient.id()).isEqualTo(planned.id());
            names.add(planned.id());
        }

        @Override
        public void remove(String id) {
            names.remove(id);
        }

        @Override
        public Set<String> ids() {
            return Set.copyOf(names);
        }
    }
}
