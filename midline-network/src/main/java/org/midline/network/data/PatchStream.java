package org.midline.network.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.midline.cohort.CohortPatient;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.data.augmentation.PatchTransform;
import org.midline.network.image.WorkingGrid;

/** Patches of a cohort's images, each changed anew: a pure function of a seed and a position. */
public final class PatchStream implements PatchSource {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final WorkingGrid workingGrid;
    private final List<TrainingCase> cases;
    private final AugmentationRanges ranges;
    private final long seed;

    private PatchStream(WorkingGrid workingGrid, List<TrainingCase> cases, AugmentationRanges ranges, long seed) {
        this.workingGrid = workingGrid;
        this.cases = cases;
        this.ranges = ranges;
        this.seed = seed;
    }

    /**
     * Loads every image of the given sequences into memory (about 10 MB each).
     *
     * @param progress told how many images have been loaded, after each
     */
    public static PatchStream load(
            Task task,
            WorkingGrid workingGrid,
            List<CohortPatient> patients,
            List<Sequence> sequences,
            AugmentationRanges ranges,
            double marginMm,
            long seed,
            Consumer<Integer> progress) {
        var loader = new CaseLoader(task, workingGrid, marginMm);
        var loaded = new java.util.concurrent.atomic.AtomicInteger();
        List<TrainingCase> cases = patients.stream()
                .flatMap(patient -> sequences.stream()
                        .filter(patient.images()::containsKey)
                        .map(sequence -> {
                            TrainingCase one = loader.load(patient, sequence);
                            progress.accept(loaded.incrementAndGet());
                            return one;
                        }))
                .toList();
        if (cases.isEmpty()) {
            throw new InputRefusedException("No patient of the cohort has an image of %s in this split"
                    .formatted(sequences.stream().map(Sequence::title).toList()));
        }
        return new PatchStream(workingGrid, cases, ranges, seed);
    }

    @Override
    public WorkingGrid workingGrid() {
        return workingGrid;
    }

    @Override
    public String description() {
        return "%d images".formatted(cases.size());
    }

    /** How many images the patches come from. */
    public int caseCount() {
        return cases.size();
    }

    @Override
    public Patch at(long position) {
        var random = new SplittableRandom(seed + ODD * (position + 1)).split();
        TrainingCase source = cases.get(random.nextInt(cases.size()));
        var transform = PatchTransform.draw(ranges, workingGrid, random);
        return new PatchRenderer(workingGrid, source, transform).render();
    }

    /** A case as inference sees it: centred, nothing changed. */
    public Patch unchanged(int caseIndex) {
        var none = PatchTransform.none(workingGrid);
        return new PatchRenderer(workingGrid, cases.get(caseIndex), none).render();
    }
}
