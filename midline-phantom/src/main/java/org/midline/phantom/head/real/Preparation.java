package org.midline.phantom.head.real;

import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;
import org.midline.phantom.head.Tissue;

/** From labels to anatomy: completes the head, gives every voxel its tissue, finds the standard frame. */
final class Preparation {
    /** Squared mm from the cortex that are reached in one, two and three steps. */
    private static final int[] STEP_ENDS_SQUARED_MM = {1, 3, 5};

    private Preparation() {}

    /** A complete head, its tissues but for those of soft tissue, and its frame. */
    @SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
    record Divided(LabelVolume volume, byte[] tissues, StandardFrame frame) {}

    /** @throws org.midline.core.InputRefusedException if left and right cannot be told */
    static Anatomy of(String name, LabelVolume asRead) {
        Divided divided = divided(asRead);
        SoftTissues.paint(divided.volume(), divided.tissues());
        VoxelGrid grid = divided.volume().grid();
        return new Anatomy(name, grid, codes(grid, divided.tissues()), divided.frame());
    }

    static Divided divided(LabelVolume asRead) {
        LabelVolume volume = Speckles.removed(Neck.extended(MissingShell.added(asRead)));
        var tissues = new byte[volume.labels().length];
        for (int n = 0; n < tissues.length; n++) {
            tissues[n] = LabelTable.builtIn().tissue(volume.labels()[n]);
        }
        Midsagittal plane = Midsagittal.fit(volume);
        new BrainstemParts(new BrainstemAxis(volume, plane)).paint(volume, tissues);
        StandardFrame frame = StandardFrame.fit(plane, centre(volume.grid(), tissues, Tissue.PONS));
        return new Divided(volume, tissues, frame);
    }

    private static Vec3 centre(VoxelGrid grid, byte[] tissues, Tissue wanted) {
        var sum = new Vec3(0, 0, 0);
        int count = 0;
        for (int n = 0; n < tissues.length; n++) {
            if (tissues[n] == wanted.label()) {
                int k = n / (grid.sizeI() * grid.sizeJ());
                sum = sum.plus(grid.patientLps(n % grid.sizeI(), n / grid.sizeI() % grid.sizeJ(), k));
                count++;
            }
        }
        return sum.times(1.0 / count);
    }

    private static byte[] codes(VoxelGrid grid, byte[] tissues) {
        float[] toCortex = squaredMmTo(grid, tissues, Tissue.CORTEX);
        float[] toCerebellum = squaredMmTo(grid, tissues, Tissue.CEREBELLAR_CORTEX);
        var codes = new byte[tissues.length];
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        for (int n = 0; n < codes.length; n++) {
            Tissue tissue = Tissue.of(tissues[n]);
            boolean border = n < slice + row + 1 || n >= codes.length - slice - row - 1;
            if (tissue == Tissue.CSF && !border) {
                codes[n] = fluid(tissues, n, row, slice, toCortex[n], toCerebellum[n]);
            } else {
                codes[n] = Anatomy.code(tissue, 0, isInside(tissue, tissues, n, row, slice, border));
            }
        }
        return codes;
    }

    /** Dura where the fluid meets bone. */
    private static byte fluid(byte[] tissues, int n, int row, int slice, float toCortex, float toCerebellum) {
        for (int stride : new int[] {1, row, slice}) {
            if (isBone(tissues[n - stride]) || isBone(tissues[n + stride])) {
                return Anatomy.code(Tissue.DURA, 0, false);
            }
        }
        Tissue near = toCortex <= toCerebellum ? Tissue.CORTEX : Tissue.CEREBELLAR_CORTEX;
        float squaredMm = Math.min(toCortex, toCerebellum);
        for (int step = 1; step <= Anatomy.STEPS; step++) {
            if (squaredMm <= STEP_ENDS_SQUARED_MM[step - 1]) {
                return Anatomy.code(near, step, true);
            }
        }
        return Anatomy.code(Tissue.CSF, 0, true);
    }

    private static boolean isInside(Tissue tissue, byte[] tissues, int n, int row, int slice, boolean border) {
        return switch (tissue) {
            case CSF, VENTRICLE, CHOROID_PLEXUS -> true;
            case ARTERY, VEIN -> !border && isAmongBrain(tissues, n, row, slice);
            default -> tissue.isBrain();
        };
    }

    private static boolean isAmongBrain(byte[] tissues, int n, int row, int slice) {
        for (int w = -slice; w <= slice; w += slice) {
            for (int v = -row; v <= row; v += row) {
                for (int u = -1; u <= 1; u++) {
                    Tissue near = Tissue.of(tissues[n + u + v + w]);
                    if (near.index() < Tissue.DURA.index()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isBone(byte tissue) {
        return tissue == Tissue.CORTICAL_BONE.label() || tissue == Tissue.MARROW.label();
    }

    private static float[] squaredMmTo(VoxelGrid grid, byte[] tissues, Tissue wanted) {
        var inside = new boolean[tissues.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = tissues[n] == wanted.label();
        }
        return DistanceTransform.squaredMm(new Mask(grid, inside));
    }
}
