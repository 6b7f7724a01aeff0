package org.midline.phantom.head.real;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.Tissue;

/**
 * Divides the brainstem, and adds what FreeSurfer's labels lack there and a scan would show: the tectum, which they
 * leave to the cistern, the aqueduct through it, the lower cerebral peduncles, which they count to the ventral
 * diencephalon, and the basilar artery. Sizes of what is added are chosen for this phantom.
 */
final class BrainstemParts {
    private static final double REACH_MM = 45;
    /** So far below the top of the brainstem the ventral diencephalon begins. */
    private static final double PEDUNCLES_END_MM = 2;

    private static final double TECTUM_HALF_WIDTH_MM = 11;
    private static final double TECTUM_THICKNESS_MM = 6.5;
    private static final double AQUEDUCT_RADIUS_MM = 1.3;
    private static final double BASILAR_RADIUS_MM = 1.6;
    private static final double BASILAR_BEFORE_PONS_MM = 2.4;

    private final BrainstemAxis axis;

    BrainstemParts(BrainstemAxis axis) {
        this.axis = axis;
    }

    /** Overwrites the tissues in and around the brainstem; labels and tissues on the same grid. */
    void paint(LabelVolume volume, byte[] tissues) {
        VoxelGrid grid = volume.grid();
        Vec3 middle = grid.voxelIjk(axis.centre());
        for (int k = from(middle.z()); k < to(middle.z(), grid.sizeK()); k++) {
            for (int j = from(middle.y()); j < to(middle.y(), grid.sizeJ()); j++) {
                for (int i = from(middle.x()); i < to(middle.x(), grid.sizeI()); i++) {
                    int n = grid.index(i, j, k);
                    Vec3 d = grid.patientLps(i, j, k).minus(axis.centre());
                    tissues[n] = tissue(
                                    volume.labels()[n],
                                    Tissue.of(tissues[n]),
                                    d.dot(axis.left()),
                                    d.dot(axis.back()),
                                    d.dot(axis.up()))
                            .label();
                }
            }
        }
    }

    private static int from(double middle) {
        return (int) Math.max(0, middle - REACH_MM);
    }

    private static int to(double middle, int size) {
        return (int) Math.min(size, middle + REACH_MM);
    }

    /**
     * @param x mm to the left of the midline
     * @param y mm behind the axis
     * @param s mm along the axis
     */
    private Tissue tissue(int label, Tissue tissue, double x, double y, double s) {
        if (label == LabelTable.BRAINSTEM) {
            return s < axis.ponsBottomMm() ? Tissue.MEDULLA : s < axis.ponsTopMm() ? Tissue.PONS : Tissue.MIDBRAIN;
        }
        boolean midbrain = s > axis.ponsTopMm() && s < axis.topMm();
        if (midbrain && s < axis.topMm() - PEDUNCLES_END_MM && isVentralDiencephalon(label)) {
            return Tissue.MIDBRAIN;
        }
        boolean fluid = label == LabelTable.CSF || label == LabelTable.FOURTH_VENTRICLE;
        if (fluid && midbrain) {
            double behind = y - axis.backMm(s);
            if (Math.hypot(x, behind - 1) < AQUEDUCT_RADIUS_MM) {
                return Tissue.VENTRICLE;
            }
            if (behind > -4 && Math.hypot(x / TECTUM_HALF_WIDTH_MM, behind / TECTUM_THICKNESS_MM) < 1) {
                return Tissue.MIDBRAIN;
            }
        }
        if (label == LabelTable.CSF && s > axis.ponsBottomMm() - 3 && s < axis.ponsTopMm() + 3) {
            double bow = 1.5 * Math.sin(s / 8);
            double before = axis.frontMm(Math.min(s, axis.ponsTopMm() - 3)) - BASILAR_BEFORE_PONS_MM - y;
            if (Math.hypot(x - bow, before) < BASILAR_RADIUS_MM) {
                return Tissue.ARTERY;
            }
        }
        return tissue;
    }

    private static boolean isVentralDiencephalon(int label) {
        return label == LabelTable.VENTRAL_DIENCEPHALON[0] || label == LabelTable.VENTRAL_DIENCEPHALON[1];
    }
}
