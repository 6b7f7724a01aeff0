package org.midline.evaluation;

import java.util.List;

/**
 * Agreement of two ways of measuring one quantity (Bland and Altman, Lancet 1986;327:307-310): the mean of the
 * differences (the bias), and the limits between which 95 % of the differences lie if they are normally distributed,
 * bias - 1.96 SD and bias + 1.96 SD.
 *
 * <p>Of n pairs, the standard error of the bias is SD / sqrt(n), that of each limit about sqrt(3 SD^2 / n).
 *
 * @param pairs at least two
 * @param bias mean of second minus first
 * @param sd sample standard deviation of the differences
 */
public record BlandAltman(List<Pair> pairs, double bias, double sd) {
    private static final double NORMAL_95 = 1.96;

    public BlandAltman {
        pairs = List.copyOf(pairs);
    }

    /** One quantity measured twice: the reference first, such as the volume of truth and that of the proposal. */
    public record Pair(double first, double second) {
        public double mean() {
            return (first + second) / 2;
        }

        /** Second minus first. */
        public double difference() {
            return second - first;
        }
    }

    /** @throws IllegalArgumentException with fewer than two pairs */
    public static BlandAltman of(List<Pair> pairs) {
        if (pairs.size() < 2) {
            throw new IllegalArgumentException("Agreement of %d pairs: expected at least two".formatted(pairs.size()));
        }
        double bias = pairs.stream().mapToDouble(Pair::difference).sum() / pairs.size();
        double squares = pairs.stream()
                .mapToDouble(pair -> (pair.difference() - bias) * (pair.difference() - bias))
                .sum();
        return new BlandAltman(pairs, bias, Math.sqrt(squares / (pairs.size() - 1)));
    }

    /**
     * The volumes in ml of truth and proposal, of the cases that have both. A proposal in which nothing was found has
     * the volume 0.
     */
    public static List<Pair> volumes(List<CaseEvaluation> cases) {
        return cases.stream()
                .filter(c -> c.measure(Metric.TRUTH_VOLUME).number().isPresent()
                        && c.measure(Metric.PROPOSAL_VOLUME).number().isPresent())
                .map(c -> new Pair(
                        c.measure(Metric.TRUTH_VOLUME).number().getAsDouble(),
                        c.measure(Metric.PROPOSAL_VOLUME).number().getAsDouble()))
                .toList();
    }

    public double lowerLimit() {
        return bias - NORMAL_95 * sd;
    }

    public double upperLimit() {
        return bias + NORMAL_95 * sd;
    }

    public double biasStandardError() {
        return sd / Math.sqrt(pairs.size());
    }

    /** Of either limit. */
    public double limitStandardError() {
        return sd * Math.sqrt(3.0 / pairs.size());
    }
}
