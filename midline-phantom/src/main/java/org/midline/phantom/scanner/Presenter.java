package org.midline.phantom.scanner;

import java.util.Arrays;
import java.util.stream.Stream;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/** Blanks what a presentation leaves out, voxel by voxel on the image's grid. */
final class Presenter {
    private static final Tissue[] BRAIN =
            Arrays.stream(Tissue.values()).filter(Tissue::isBrain).toArray(Tissue[]::new);

    /** Brain, its coverings and the fluid and vessels between them. */
    private static final Tissue[] INTRACRANIAL = Stream.concat(
                    Stream.of(
                            Tissue.DURA,
                            Tissue.CSF,
                            Tissue.VENTRICLE,
                            Tissue.CHOROID_PLEXUS,
                            Tissue.ARTERY,
                            Tissue.VEIN,
                            Tissue.PITUITARY),
                    Arrays.stream(BRAIN))
            .toArray(Tissue[]::new);

    /** Two points of the face's plane in the standard frame, y and z: the brow and below the jaw. */
    private static final double BROW_Y = -78;

    private static final double BROW_Z = 8;
    private static final double JAW_Y = -12;
    private static final double JAW_Z = -100;

    private final HeadMap head;

    Presenter(HeadMap head) {
        this.head = head;
    }

    void present(Protocol protocol, float[] values) {
        switch (protocol.presentation()) {
            case WHOLE -> {}
            case DEFACED -> deface(protocol, values);
            case STRIPPED -> {
                strip(protocol, values);
                // The eyes' wall is of the same tissue as the dura.
                deface(protocol, values);
            }
        }
    }

    private void strip(Protocol protocol, float[] values) {
        float[] inside = TissueShare.of(head, INTRACRANIAL).sample(protocol);
        for (int n = 0; n < values.length; n++) {
            if (inside[n] <= 0.5f) {
                values[n] = 0;
            }
        }
    }

    /** Never blanks brain, wherever the plane lies. */
    private void deface(Protocol protocol, float[] values) {
        float[] brain = TissueShare.of(head, BRAIN).sample(protocol);
        VoxelGrid grid = protocol.grid();
        Affine toStandard = head.patientToStandard().after(grid.voxelToPatientLps());
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (brain[n] == 0 && isFace(toStandard.apply(i, j, k))) {
                        values[n] = 0;
                    }
                }
            }
        }
    }

    static boolean isIntracranial(Tissue tissue) {
        return Arrays.asList(INTRACRANIAL).contains(tissue);
    }

    static boolean isFace(Vec3 standardMm) {
        double along = (standardMm.z() - BROW_Z) / (JAW_Z - BROW_Z);
        return along >= 0 && standardMm.y() < BROW_Y + along * (JAW_Y - BROW_Y);
    }
}
