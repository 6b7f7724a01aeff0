package org.midline.phantom.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.midline.cohort.Split;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.Finding.LookAlike;
import org.midline.phantom.tumour.FindingShares;

/**
 * The reference cohort: training and validation patients of one centre, test patients of another whose heads are never
 * seen in training, and controls of that other centre, who have no glioma. The seeds are fixed.
 *
 * @param training patients of centre A
 * @param validation patients of centre A, with heads of their own
 * @param test patients of centre B
 * @param controls patients of centre B without glioma; a cohort of their own
 */
public record ReferencePlan(int training, int validation, int test, int controls) {

    /** Training and test as many as in Front Oncol 2025;15:1602516; validation and controls chosen here. */
    public static final ReferencePlan PUBLISHED = new ReferencePlan(116, 24, 26, 20);

    private static final long TRAINING_SIDE_SEED = 1_602_516;
    /** Among the seeds that are kept for evaluation. */
    private static final long TEST_SEED = 916_026;

    private static final long CONTROL_SEED = 916_020;
    /** Of ten controls so many have nothing; the others have something that may be taken for a glioma. */
    private static final int UNREMARKABLE_OF_TEN = 3;

    private static final FindingShares NOTHING = new FindingShares(1, 0);

    public CohortPlan patients(HeadPools heads, Centre centreA, Centre centreB) {
        var patients = new ArrayList<PlannedPatient>();
        for (int n = 0; n < training + validation; n++) {
            Split split = n < training ? Split.TRAIN : Split.VALIDATION;
            HeadPool pool = heads.of(split, n < training ? n : n - training);
            patients.add(new PlannedPatient(
                    id("A", n),
                    CohortPlan.seedOf(TRAINING_SIDE_SEED, n),
                    split,
                    new Population(pool, centreA, FindingShares.ALL_GLIOMA)));
        }
        for (int n = 0; n < test; n++) {
            patients.add(new PlannedPatient(
                    id("B", n),
                    CohortPlan.seedOf(TEST_SEED, n),
                    Split.TEST,
                    new Population(heads.of(Split.TEST, n), centreB, FindingShares.ALL_GLIOMA)));
        }
        return new CohortPlan(
                "reference",
                "Midline's reference cohort: %d training and %d validation patients of centre A, %d test patients of centre B"
                        .formatted(training, validation, test),
                patients);
    }

    /**
     * All in the test split, none with a glioma: what is segmented in them is a false positive. The kinds of look-alikes
     * take turns.
     */
    public CohortPlan controls(HeadPools heads, Centre centreB) {
        List<PlannedPatient> patients = new ArrayList<>();
        LookAlike[] kinds = LookAlike.values();
        int lookAlikes = 0;
        for (int n = 0; n < controls; n++) {
            FindingShares findings = n % 10 < UNREMARKABLE_OF_TEN
                    ? NOTHING
                    : new FindingShares(0, 1, List.of(kinds[lookAlikes++ % kinds.length]));
            patients.add(new PlannedPatient(
                    id("CONTROL", n),
                    CohortPlan.seedOf(CONTROL_SEED, n),
                    Split.TEST,
                    new Population(heads.of(Split.TEST, n), centreB, findings)));
        }
        return new CohortPlan(
                "reference controls",
                "%d patients of centre B without glioma: nothing is to be segmented".formatted(controls),
                patients);
    }

    private static String id(String group, int number) {
        return String.format(Locale.ROOT, "SYN-%s-%03d", group, number + 1);
    }
}
