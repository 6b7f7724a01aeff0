package org.midline.phantom.expert;

import java.util.HashMap;
import java.util.Map;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * Draws a tumour as a clinician would: on the slices of the image, one after the other, with a smooth error of 1 to 2 mm
 * along the border, jitter from slice to slice, rounded corners, and slices at the ends left out or added. What two such
 * experts make of one patient differs about as much as published observers do (DSC of some 0.86 to 0.90).
 *
 * <p>Chosen for this phantom. One instance serves one image.
 */
public final class ExpertDelineation {
    /** How much wider than the tumour the box is that is worked on. */
    private static final double MARGIN_MM = 12;
    /** How much smaller each slice is that is added beyond the end, in the plane. */
    private static final double TAPER_MM = 3.5;

    private final ExpertHand hand;
    private final NoiseField error;
    private final Draw jitter;

    public ExpertDelineation(Draw draw) {
        hand = ExpertHand.draw(draw);
        // with two blurs the field's autocorrelation falls to 1 / e over twice the lattice's spacing
        error = new NoiseField(draw, hand.correlationMm() / 2, 2);
        jitter = draw.split();
    }

    /**
     * The expert's mask.
     *
     * @param truth the tumour on the image's grid; k counts the slices
     * @return on the same grid; empty if the truth is
     */
    public Mask delineate(Mask truth) {
        VoxelGrid grid = truth.grid();
        var drawn = new boolean[grid.voxelCount()];
        SliceBox box = SliceBox.around(truth, MARGIN_MM);
        if (box.isEmpty()) {
            return new Mask(grid, drawn);
        }
        Map<Integer, float[]> levels = new HashMap<>();
        for (int k = box.firstSlice(); k <= box.lastSlice(); k++) {
            int slice = k;
            box.borderMm(truth, k).ifPresent(level -> levels.put(slice, level));
        }
        double spacingMm = grid.spacingMm(2);
        int below = end(spacingMm);
        int above = end(spacingMm);
        int first = Math.max(0, Math.min(box.firstSlice() - below, middle(box)));
        int last = Math.min(grid.sizeK() - 1, Math.max(box.lastSlice() + above, middle(box)));
        for (int k = first; k <= last; k++) {
            int shown = Math.max(box.firstSlice(), Math.min(box.lastSlice(), k));
            if (levels.containsKey(shown)) {
                drawSlice(box, levels.get(shown), TAPER_MM * Math.abs(k - shown), k, grid, drawn);
            }
        }
        return new Mask(grid, drawn);
    }

    private static int middle(SliceBox box) {
        return (box.firstSlice() + box.lastSlice()) / 2;
    }

    /** How many slices too many are drawn at an end; below 0 too few. */
    private int end(double spacingMm) {
        return (int) Math.round(jitter.normal(0, hand.endErrorMm() + 0.25 * spacingMm) / spacingMm);
    }

    private void drawSlice(SliceBox box, float[] level, double taperMm, int k, VoxelGrid grid, boolean[] drawn) {
        double offsetMm = hand.habitMm() + jitter.normal(0, hand.sliceErrorMm()) - taperMm;
        double shiftI = jitter.normal(0, hand.sliceShiftMm()) / grid.spacingMm(0);
        double shiftJ = jitter.normal(0, hand.sliceShiftMm()) / grid.spacingMm(1);
        var moved = new float[level.length];
        for (int j = 0; j < box.sizeJ(); j++) {
            for (int i = 0; i < box.sizeI(); i++) {
                var p = grid.patientLps(i + box.startI(), j + box.startJ(), k);
                double wrong = offsetMm + hand.errorMm() * error.at(p.x(), p.y(), p.z());
                moved[i + box.sizeI() * j] = (float) (box.at(level, i - shiftI, j - shiftJ) - wrong);
            }
        }
        float[] smooth = box.smoothed(moved);
        for (int j = 0; j < box.sizeJ(); j++) {
            for (int i = 0; i < box.sizeI(); i++) {
                drawn[grid.index(i + box.startI(), j + box.startJ(), k)] = smooth[i + box.sizeI() * j] < 0;
            }
        }
    }
}
