package org.midline.delineation.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiReader;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineator;
import org.midline.delineation.output.Comparison;
import org.midline.evaluation.CaseEvaluation;

/**
 * Delineates a cohort's patients, each the whole way that a study goes, and measures what comes of it. Each case is kept
 * as soon as it is measured; what is kept is not done again.
 */
public final class CohortMeasurement {
    private final Delineator delineator;
    private final CaseStore store;

    public CohortMeasurement(Delineator delineator, CaseStore store) {
        this.delineator = delineator;
        this.store = store;
    }

    /** Told after each case. */
    @FunctionalInterface
    public interface Listener {
        /** @param worked false if the case was there from an earlier run */
        void done(int done, int of, String latest, boolean worked);
    }

    private record Case(CohortPatient patient, Sequence sequence) {}

    /** In the order of the sequences, then of the cohort. */
    public List<MeasuredCase> measure(
            Cohort cohort, Collection<Split> splits, Collection<Sequence> sequences, Listener listener)
            throws IOException {
        List<Case> cases = sequences.stream()
                .flatMap(sequence -> cohort.patients().stream()
                        .filter(patient -> splits.contains(patient.split())
                                && patient.images().containsKey(sequence))
                        .map(patient -> new Case(patient, sequence)))
                .toList();
        List<MeasuredCase> measured = new ArrayList<>();
        for (Case each : cases) {
            Optional<MeasuredCase> kept = store.find(each.patient(), each.sequence());
            MeasuredCase one = kept.isPresent() ? kept.get() : measure(each);
            if (kept.isEmpty()) {
                store.keep(each.patient(), one);
            }
            measured.add(one);
            listener.done(
                    measured.size(),
                    cases.size(),
                    each.patient().id() + " " + each.sequence().title(),
                    kept.isEmpty());
        }
        return measured;
    }

    private MeasuredCase measure(Case each) {
        String id = each.patient().id();
        Sequence sequence = each.sequence();
        CohortImage files = each.patient().images().get(sequence);
        CaseDelineation one = CaseDelineation.of(delineator, each.patient(), sequence);
        Delineation result = one.result();
        Optional<Mask> expert =
                files.expert().map(file -> NiftiReader.read(file).mask());
        return new MeasuredCase(
                id,
                sequence,
                each.patient().split(),
                Comparison.evaluate(id, sequence, one.truth(), result),
                expert.map(mask -> Comparison.evaluate(id, sequence, mask, result)),
                expert.map(mask -> CaseEvaluation.of(id, sequence, one.truth(), mask)));
    }
}
