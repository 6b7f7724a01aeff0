package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.FileHashes;
import org.midline.cohort.Split;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.FindingShares;

class ReferencePlanTest {
    private static final Centre A = Centre.builtIn("a");
    private static final Centre B = Centre.builtIn("b");

    @TempDir
    private Path work;

    @Test
    void isThePublishedDesign() {
        List<PlannedPatient> patients =
                ReferencePlan.PUBLISHED.patients(HeadPools.procedural(), A, B).patients();
        var counts = patients.stream()
                .collect(Collectors.groupingBy(
                        patient -> patient.split().key()
                                + patient.population().centre().name(),
                        Collectors.counting()));
        assertThat(counts)
                .containsOnly(Map.entry("traina", 116L), Map.entry("validationa", 24L), Map.entry("testb", 26L));
        assertThat(patients).allMatch(patient -> patient.population().findings().equals(FindingShares.ALL_GLIOMA));
    }

    @Test
    void controlsHaveNoGliomaAndNobodyHasAnothersSeed() {
        CohortPlan controls = ReferencePlan.PUBLISHED.controls(HeadPools.procedural(), B);
        assertThat(controls.patients()).hasSize(20).allMatch(patient -> patient.split() == Split.TEST);
        for (PlannedPatient patient : controls.patients()) {
            FindingShares findings = patient.population().findings();
            assertThat(findings.unremarkable() + findings.lookAlike()).isEqualTo(1);
        }
        assertThat(controls.patients())
                .filteredOn(patient -> patient.population().findings().lookAlike() == 1)
                .hasSize(14)
                .flatExtracting(patient -> patient.population().findings().lookAlikes())
                .contains(Finding.LookAlike.values());
        var everybody = new ArrayList<>(controls.patients());
        everybody.addAll(
                ReferencePlan.PUBLISHED.patients(HeadPools.procedural(), A, B).patients());
        assertThat(everybody).extracting(PlannedPatient::seed).doesNotHaveDuplicates();
    }

    @Test
    void twoRunsGiveTheSameFilesWhateverTheThreads() throws IOException {
        String hash = make(work.resolve("first"), 2);
        assertThat(make(work.resolve("second"), 1)).isEqualTo(hash);
        assertThat(Files.readAllLines(work.resolve("first").resolve(FileHashes.FILE_NAME)))
                .hasSize(1 + 2 * (1 + 3 * 4));
    }

    private String make(Path folder, int threads) throws IOException {
        CohortPlan plan = new ReferencePlan(1, 0, 1, 0)
                .patients(HeadPools.procedural(), QuickCentre.named("a", work), QuickCentre.named("b", work));
        new CohortGenerator(folder, threads, List.of(), List.of()).generate(plan, (done, of, id, made) -> {});
        return FileHashes.write(folder, List.of(Cohort.FILE_NAME, Cohort.PATIENTS_FOLDER));
    }
}
