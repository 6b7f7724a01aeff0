package org.midline.delineation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.Search;
import org.midline.evaluation.Overlap;

/**
 * The mean DSC of patients over the threshold of the probability, on their native grids: a network that was taught by a
 * sum of losses is not at its best at one half. The threshold is chosen on validation patients, never on those of a
 * test.
 */
public final class ThresholdSweep {
    private static final List<Double> THRESHOLDS =
            IntStream.rangeClosed(3, 14).mapToObj(n -> n * 5 / 100.0).toList();

    private final PlausibilityRules rules;
    private final List<double[]> dsc = new ArrayList<>();
    private final List<double[]> volumeRatios = new ArrayList<>();

    public ThresholdSweep(PlausibilityRules rules) {
        this.rules = rules;
    }

    /**
     * One patient at every threshold; one whose search was impossible counts as DSC 0.
     *
     * @param truth on the grid of the image, not empty
     */
    public void add(Search search, Mask truth) {
        if (truth.isEmpty()) {
            throw new IllegalArgumentException("A threshold for DSC cannot be chosen on a patient without tumour");
        }
        var patientDsc = new double[THRESHOLDS.size()];
        var patientRatio = new double[THRESHOLDS.size()];
        for (int n = 0; n < patientDsc.length; n++) {
            Delineation delineation = search.above(THRESHOLDS.get(n), rules);
            if (delineation instanceof Found found) {
                patientDsc[n] = Overlap.dsc(truth, found.gtv()).number().orElseThrow();
                patientRatio[n] = found.gtv().volumeMl() / truth.volumeMl();
            }
        }
        dsc.add(patientDsc);
        volumeRatios.add(patientRatio);
    }

    /**
     * @param meanDsc over the patients
     * @param leastDsc of a patient
     * @param meanVolumeRatio of proposed over true volume
     */
    public record Row(double threshold, double meanDsc, double leastDsc, double meanVolumeRatio) {}

    /** A row for each threshold, rising. */
    public List<Row> rows() {
        if (dsc.isEmpty()) {
            throw new InputRefusedException("No patient with a tumour to choose a threshold on");
        }
        return IntStream.range(0, THRESHOLDS.size())
                .mapToObj(n -> new Row(
                        THRESHOLDS.get(n),
                        column(dsc, n).average().orElseThrow(),
                        column(dsc, n).min().orElseThrow(),
                        column(volumeRatios, n).average().orElseThrow()))
                .toList();
    }

    /** The row of the greatest mean DSC; of equal ones the one whose threshold is nearest to one half. */
    public Row best() {
        return rows().stream()
                .max(Comparator.comparingDouble(Row::meanDsc).thenComparing(row -> -Math.abs(row.threshold() - 0.5)))
                .orElseThrow();
    }

    public int patients() {
        return dsc.size();
    }

    /** For a terminal. */
    public String text() {
        var text = new StringBuilder("threshold  mean DSC  least DSC  volume / true volume (mean)\n");
        Row best = best();
        for (Row row : rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9.2f  %8.4f  %9.3f  %6.3f%s%n",
                    row.threshold(),
                    row.meanDsc(),
                    row.leastDsc(),
                    row.meanVolumeRatio(),
                    row.equals(best) ? "  <- chosen" : ""));
        }
        return text.toString();
    }

    private static DoubleStream column(List<double[]> rows, int n) {
        return rows.stream().mapToDouble(row -> row[n]);
    }
}
