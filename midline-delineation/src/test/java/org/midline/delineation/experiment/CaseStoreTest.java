package org.midline.delineation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.cohort.TargetLabels;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

class CaseStoreTest {
    @TempDir
    private Path folder;

    @Test
    void aCaseComesBackAsItWasKept() throws IOException {
        var store = new CaseStore(folder, "abc");
        MeasuredCase defined = Cases.of("A-1", Split.TEST, 100, 300, 200);
        MeasuredCase undefined = Cases.control("C-1", 0);
        store.keep(patient("A-1"), defined);
        store.keep(patient("C-1"), undefined);
        assertThat(store.find(patient("A-1"), Sequence.T2)).contains(defined);
        assertThat(store.find(patient("C-1"), Sequence.T2)).contains(undefined);
    }

    @Test
    void otherModelsOtherSequencesAndOtherPatientsAreMeasuredAnew() throws IOException {
        new CaseStore(folder, "abc").keep(patient("A-1"), Cases.of("A-1", Split.TEST, 100, 300, 200));
        assertThat(new CaseStore(folder, "abd").find(patient("A-1"), Sequence.T2))
                .isEmpty();
        assertThat(new CaseStore(folder, "abc").find(patient("A-1"), Sequence.FLAIR))
                .isEmpty();
        assertThat(new CaseStore(folder, "abc").find(patient("A-2"), Sequence.T2))
                .isEmpty();
    }

    @Test
    void whatCameOfOtherFilesIsMeasuredAnew() throws IOException {
        var store = new CaseStore(folder, "abc");
        CohortPatient patient = patient("A-1");
        store.keep(patient, Cases.of("A-1", Split.TEST, 100, 300, 200));
        assertThat(store.find(patient, Sequence.T2)).isPresent();
        var images = Map.of(Sequence.T2, patient.images().get(Sequence.T2).with(TargetLabels.ofKey("1,3")));
        assertThat(store.find(new CohortPatient("A-1", Split.TEST, images, Map.of()), Sequence.T2))
                .isEmpty();
        Files.writeString(folder.resolve("A-1.gtv"), "another mask");
        assertThat(store.find(patient, Sequence.T2)).isEmpty();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("A-1-t2.json"), "{\"models\": ");
        assertThatThrownBy(() -> new CaseStore(folder, "abc").find(patient("A-1"), Sequence.T2))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("A-1-t2.json")
                .hasMessageContaining("delete it");
    }

    private CohortPatient patient(String id) throws IOException {
        Path image = Files.writeString(folder.resolve(id + ".image"), "image of " + id);
        Path gtv = Files.writeString(folder.resolve(id + ".gtv"), "mask of " + id);
        var files = new CohortImage(image, gtv, Optional.empty(), Optional.empty());
        return new CohortPatient(id, Split.TEST, Map.of(Sequence.T2, files), Map.of());
    }
}
