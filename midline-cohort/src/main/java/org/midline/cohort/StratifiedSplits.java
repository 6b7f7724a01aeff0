package org.midline.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Deals persons out to splits so that every site, and within a site small and large targets, are spread over the splits
 * as the shares say. All studies of a person go into one split.
 *
 * <p>Persons are ordered by site and by the volume of their target; in this order each short run, as long as the smallest
 * share needs to get one of it, is shuffled, and then dealt out in turn. The same studies and the same seed give the same
 * splits, in whatever order the studies come.
 */
public final class StratifiedSplits {

    /**
     * A study to be dealt out.
     *
     * @param site where it comes from; empty if not known
     * @param volumeMl of the target; NaN if not known
     */
    public record Study(String id, String person, String site, double volumeMl) {}

    private record Person(String name, String site, double volumeMl) {}

    private static final int LONGEST_RUN = 20;

    private final SplitShares shares;
    private final long seed;

    public StratifiedSplits(SplitShares shares, long seed) {
        this.shares = shares;
        this.seed = seed;
    }

    /** The split of each study, by its id. */
    public Map<String, Split> deal(List<Study> studies) {
        List<Person> order = shuffledInRuns(persons(studies));
        List<Split> dealt = shares.deal(order.size());
        Map<String, Split> byPerson = new HashMap<>();
        for (int n = 0; n < order.size(); n++) {
            byPerson.put(order.get(n).name(), dealt.get(n));
        }
        var splits = new TreeMap<String, Split>();
        studies.forEach(study -> splits.put(study.id(), byPerson.get(study.person())));
        return splits;
    }

    /** A person's site and volume are those of the first study by id. */
    private static List<Person> persons(List<Study> studies) {
        var firsts = new TreeMap<String, Person>();
        studies.stream()
                .sorted(Comparator.comparing(Study::id))
                .forEach(study ->
                        firsts.putIfAbsent(study.person(), new Person(study.person(), study.site(), study.volumeMl())));
        return firsts.values().stream()
                .sorted(Comparator.comparing(Person::site)
                        .thenComparing(Person::volumeMl)
                        .thenComparing(Person::name))
                .toList();
    }

    private List<Person> shuffledInRuns(List<Person> sorted) {
        var random = new SplittableRandom(seed);
        var order = new ArrayList<>(sorted);
        int end = 0;
        for (int start = 0; start < order.size(); start = end) {
            end = endOfRun(order, start);
            for (int n = end - 1; n > start; n--) {
                int other = start + random.nextInt(n - start + 1);
                Person swapped = order.get(n);
                order.set(n, order.get(other));
                order.set(other, swapped);
            }
        }
        return order;
    }

    /** A run ends with its site. */
    private int endOfRun(List<Person> order, int start) {
        String site = order.get(start).site();
        int longest = Math.min(start + runLength(), order.size());
        int end = start + 1;
        while (end < longest && order.get(end).site().equals(site)) {
            end++;
        }
        return end;
    }

    private int runLength() {
        double smallest = 1;
        for (double share : new double[] {shares.training(), shares.validation(), shares.test()}) {
            smallest = share > 0 ? Math.min(smallest, share) : smallest;
        }
        return (int) Math.min(LONGEST_RUN, Math.max(2, Math.round(1 / smallest)));
    }
}
