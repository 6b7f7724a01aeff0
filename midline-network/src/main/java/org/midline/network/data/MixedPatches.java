package org.midline.network.data;

import java.util.SplittableRandom;
import org.midline.network.image.WorkingGrid;

/** Patches of two sources in random order. Each position is drawn apart, so that the mixture has no memory either. */
public final class MixedPatches implements PatchSource {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final PatchSource usual;
    private final PatchSource other;
    private final double otherShare;
    private final long seed;

    /** @param otherShare of the patches come from {@code other}, 0 to 1 */
    public MixedPatches(PatchSource usual, PatchSource other, double otherShare, long seed) {
        if (!(otherShare >= 0 && otherShare <= 1)) {
            throw new IllegalArgumentException("Share of patches %s: expected 0 to 1".formatted(otherShare));
        }
        if (!usual.workingGrid().equals(other.workingGrid())) {
            throw new IllegalArgumentException(
                    "Patches of %s and of %s cannot be mixed".formatted(usual.workingGrid(), other.workingGrid()));
        }
        this.usual = usual;
        this.other = other;
        this.otherShare = otherShare;
        this.seed = seed;
    }

    @Override
    public WorkingGrid workingGrid() {
        return usual.workingGrid();
    }

    @Override
    public Patch at(long position) {
        double mark = new SplittableRandom(~seed + ODD * (position + 1)).split().nextDouble();
        return (mark < otherShare ? other : usual).at(position);
    }

    @Override
    public String description() {
        return "%s, and in a share of %s %s".formatted(usual.description(), otherShare, other.description());
    }
}
