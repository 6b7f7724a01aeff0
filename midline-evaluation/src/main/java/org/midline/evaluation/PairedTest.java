package org.midline.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.midline.core.Sequence;

/**
 * Whether two methods differ on the same patients: the signed-rank test of Wilcoxon (Biometrics Bulletin 1945;1:80-83),
 * two-sided; exact up to 50 pairs without ties and zeros, else by the normal distribution. Patients where a measure is
 * undefined for either method are left out and counted.
 *
 * @param pairs patients with both values
 * @param leftOut patients with fewer
 * @param meanDifference second minus first; NaN without pairs
 * @param interval 95 % bootstrap interval of the mean difference; empty with fewer than two pairs
 * @param p NaN with no pair that differs
 * @param holmP corrected for all tests that were asked together
 */
public record PairedTest(
        Sequence sequence,
        Metric metric,
        int pairs,
        int leftOut,
        double meanDifference,
        Optional<Interval> interval,
        double p,
        double holmP) {
    private static final double CONFIDENCE = 0.95;

    /**
     * Tests each metric on each sequence that both tables have, by patient id and sequence.
     *
     * @param seed of the bootstrap
     */
    public static List<PairedTest> of(EvaluationTable first, EvaluationTable second, List<Metric> metrics, long seed) {
        List<PairedTest> tests = new ArrayList<>();
        for (Sequence sequence : first.bySequence().keySet()) {
            if (second.bySequence().containsKey(sequence)) {
                for (Metric metric : metrics) {
                    tests.add(one(
                            sequence,
                            metric,
                            byPatient(first.bySequence().get(sequence)),
                            byPatient(second.bySequence().get(sequence)),
                            seed));
                }
            }
        }
        double[] holm = Holm.adjusted(tests.stream().mapToDouble(PairedTest::p).toArray());
        List<PairedTest> corrected = new ArrayList<>();
        for (int n = 0; n < holm.length; n++) {
            corrected.add(tests.get(n).withHolmP(holm[n]));
        }
        return corrected;
    }

    private static PairedTest one(
            Sequence sequence,
            Metric metric,
            Map<String, CaseEvaluation> first,
            Map<String, CaseEvaluation> second,
            long seed) {
        List<double[]> values = new ArrayList<>();
        int shared = 0;
        for (String patient : first.keySet()) {
            if (second.containsKey(patient)) {
                shared++;
                var a = first.get(patient).measure(metric).number();
                var b = second.get(patient).measure(metric).number();
                if (a.isPresent() && b.isPresent()) {
                    values.add(new double[] {a.getAsDouble(), b.getAsDouble()});
                }
            }
        }
        double[] differences =
                values.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
        boolean differ = Arrays.stream(differences).anyMatch(d -> d != 0);
        return new PairedTest(
                sequence,
                metric,
                differences.length,
                shared - differences.length,
                Arrays.stream(differences).average().orElse(Double.NaN),
                differences.length < 2
                        ? Optional.empty()
                        : Optional.of(Bootstrap.ofMean(differences, CONFIDENCE, seed)),
                differ ? WilcoxonSignedRankTest.withDefaults().test(differences).getPValue() : Double.NaN,
                Double.NaN);
    }

    private static Map<String, CaseEvaluation> byPatient(List<CaseEvaluation> cases) {
        Map<String, CaseEvaluation> byPatient = new HashMap<>();
        cases.forEach(c -> byPatient.put(c.patientId(), c));
        return byPatient;
    }

    private PairedTest withHolmP(double corrected) {
        return new PairedTest(sequence, metric, pairs, leftOut, meanDifference, interval, p, corrected);
    }
}
