package org.midline.phantom.cohort;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.midline.cohort.Split;

/**
 * Heads for the splits of a cohort: procedural ones, which are never the same twice, and real ones, each of which
 * belongs to one split, whatever cohort is made of them.
 */
public final class HeadPools {
    /** So many real heads are needed for one in each split. */
    public static final int FEWEST_REAL_HEADS = 3;

    private final Map<Split, HeadPool> real;
    private final double realShare;

    private HeadPools(Map<Split, HeadPool> real, double realShare) {
        this.real = real;
        this.realShare = realShare;
    }

    /** Procedural heads only. */
    public static HeadPools procedural() {
        return new HeadPools(Map.of(), 0);
    }

    /**
     * Real heads for a share of the patients of each split.
     *
     * @param names of the real heads, at least {@link #FEWEST_REAL_HEADS}, in a fixed order: a quarter from the end is
     *     for test, an eighth before it for validation, the rest for training, at least one each
     * @param only the heads of some of the names, see {@link HeadPool}
     * @param realShare 0 to 1; the other patients have procedural heads
     */
    public static HeadPools mixed(List<String> names, Function<List<String>, HeadPool> only, double realShare) {
        int count = names.size();
        if (count < FEWEST_REAL_HEADS) {
            throw new IllegalArgumentException(
                    "%d real heads, expected at least %d: one for each split".formatted(count, FEWEST_REAL_HEADS));
        }
        int test = Math.max(1, Math.round(count / 4f));
        int validation = Math.max(1, Math.round(count / 8f));
        int training = count - test - validation;
        var pools = new EnumMap<Split, HeadPool>(Split.class);
        pools.put(Split.TRAIN, only.apply(names.subList(0, training)));
        pools.put(Split.VALIDATION, only.apply(names.subList(training, training + validation)));
        pools.put(Split.TEST, only.apply(names.subList(training + validation, count)));
        return new HeadPools(pools, realShare);
    }

    /** The heads that the number-th patient of a split, counted from 0, is drawn from. */
    public HeadPool of(Split split, int number) {
        boolean isReal = dealt(number + 1) > dealt(number);
        return isReal ? real.get(split) : HeadPool.PROCEDURAL;
    }

    private long dealt(int patients) {
        return (long) Math.floor(patients * realShare + 1e-9);
    }
}
