package org.midline.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;

/**
 * The lesion-wise scores of the BraTS challenges for paediatric tumours (Kazerooni et al. 2024, arXiv:2305.17033), after
 * the published description of the 2023 evaluation: every lesion counts the same, and so does every part of the proposal
 * where there is none.
 *
 * <pre>
 * score = sum of the lesions' scores / (lesions + false positives)
 * </pre>
 *
 * <p>Lesions of the truth are its 26-connected parts, joined where the truth dilated three times by an 18-connected
 * element joins them. The parts of the proposal that meet a lesion so dilated are its match, together; a lesion without a
 * match has DSC 0 and HD95 {@link #PENALTY_MM}. Lesions of 50 mm3 or less do not count, though their matches are no
 * false positives. Both masks empty: DSC 1, HD95 0, as the challenge has it. The challenge assumes voxels of 1 mm; here
 * volumes and distances are in true mm, the dilation is in voxels.
 *
 * @param dsc lesion-wise DSC, 0 to 1
 * @param hd95Mm lesion-wise HD95
 * @param lesions that count
 * @param missed of these, those without a match
 * @param falsePositives parts of the proposal that match no lesion
 */
public record LesionWise(double dsc, double hd95Mm, int lesions, int missed, int falsePositives) {
    /** The HD95 of a lesion that was missed, and of a false positive: the diagonal of the challenge's images. */
    public static final double PENALTY_MM = 374;

    private static final double LEAST_MM3 = 50;
    private static final int DILATIONS = 3;

    /** @throws InputRefusedException if the masks lie on different grids */
    public static LesionWise of(Mask truth, Mask proposal) {
        var pair = MaskPair.of(truth, proposal);
        if (pair.box().isEmpty()) {
            return new LesionWise(1, 0, 0, 0, 0);
        }
        VoxelBox box = pair.box().get().grownBy(DILATIONS + 1);
        Mask wanted = cropped(truth, box);
        int[] lesionOf = Components.of(dilated(wanted), Connectivity.CORNERS).labels();
        Components parts = Components.of(cropped(proposal, box), Connectivity.CORNERS);

        var matched = new boolean[parts.count() + 1];
        double dsc = 0;
        double hd95Mm = 0;
        int lesions = 0;
        int missed = 0;
        for (Mask lesion : lesions(wanted, lesionOf)) {
            boolean[] match = meeting(parts, dilated(lesion));
            boolean any = false;
            for (int part = 1; part < match.length; part++) {
                matched[part] |= match[part];
                any |= match[part];
            }
            if (lesion.voxelCount() * lesion.grid().voxelVolumeMm3() <= LEAST_MM3) {
                continue;
            }
            lesions++;
            if (any) {
                Mask proposed = only(parts, match, lesion.grid());
                dsc += Overlap.dsc(lesion, proposed).number().orElseThrow();
                hd95Mm += SurfaceDistance.hd95Mm(lesion, proposed).number().orElseThrow();
            } else {
                missed++;
                hd95Mm += PENALTY_MM;
            }
        }
        int falsePositives = 0;
        for (int part = 1; part < matched.length; part++) {
            falsePositives += matched[part] ? 0 : 1;
        }
        hd95Mm += PENALTY_MM * falsePositives;
        int counted = lesions + falsePositives;
        return counted == 0
                ? new LesionWise(1, 0, 0, 0, 0)
                : new LesionWise(dsc / counted, hd95Mm / counted, lesions, missed, falsePositives);
    }

    private static List<Mask> lesions(Mask truth, int[] lesionOf) {
        int count = 0;
        for (int lesion : lesionOf) {
            count = Math.max(count, lesion);
        }
        List<Mask> lesions = new ArrayList<>();
        for (int lesion = 1; lesion <= count; lesion++) {
            var inside = new boolean[lesionOf.length];
            for (int n = 0; n < inside.length; n++) {
                inside[n] = truth.inside()[n] && lesionOf[n] == lesion;
            }
            lesions.add(new Mask(truth.grid(), inside));
        }
        return lesions;
    }

    /** By number of the part, whether it shares a voxel with the mask. */
    private static boolean[] meeting(Components parts, Mask mask) {
        int[] labels = parts.labels();
        var meeting = new boolean[parts.count() + 1];
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] > 0 && mask.inside()[n]) {
                meeting[labels[n]] = true;
            }
        }
        return meeting;
    }

    private static Mask only(Components parts, boolean[] wanted, VoxelGrid grid) {
        int[] labels = parts.labels();
        var inside = new boolean[labels.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = labels[n] > 0 && wanted[labels[n]];
        }
        return new Mask(grid, inside);
    }

    /** The part of the mask in the box; outside of the image nothing. */
    private static Mask cropped(Mask mask, VoxelBox box) {
        VoxelGrid grid = mask.grid();
        VoxelGrid window = box.windowOf(grid);
        var inside = new boolean[window.voxelCount()];
        for (int k = Math.max(0, box.firstK()); k <= Math.min(grid.sizeK() - 1, box.lastK()); k++) {
            for (int j = Math.max(0, box.firstJ()); j <= Math.min(grid.sizeJ() - 1, box.lastJ()); j++) {
                for (int i = Math.max(0, box.firstI()); i <= Math.min(grid.sizeI() - 1, box.lastI()); i++) {
                    inside[window.index(i - box.firstI(), j - box.firstJ(), k - box.firstK())] = mask.at(i, j, k);
                }
            }
        }
        return new Mask(window, inside);
    }

    private static Mask dilated(Mask mask) {
        Mask current = mask;
        for (int n = 0; n < DILATIONS; n++) {
            current = dilatedOnce(current);
        }
        return current;
    }

    /** By the voxels that share a face or an edge. */
    private static Mask dilatedOnce(Mask mask) {
        VoxelGrid grid = mask.grid();
        var inside = mask.inside().clone();
        for (int k = 1; k < grid.sizeK() - 1; k++) {
            for (int j = 1; j < grid.sizeJ() - 1; j++) {
                for (int i = 1; i < grid.sizeI() - 1; i++) {
                    inside[grid.index(i, j, k)] |= hasNeighbour(mask, i, j, k);
                }
            }
        }
        return new Mask(grid, inside);
    }

    private static boolean hasNeighbour(Mask mask, int i, int j, int k) {
        for (int c = -1; c <= 1; c++) {
            for (int b = -1; b <= 1; b++) {
                for (int a = -1; a <= 1; a++) {
                    if (Math.abs(a) + Math.abs(b) + Math.abs(c) < 3 && mask.at(i + a, j + b, k + c)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
