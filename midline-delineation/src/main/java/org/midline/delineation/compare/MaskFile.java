package org.midline.delineation.compare;

import java.nio.file.Path;
import java.util.Optional;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;
import org.midline.dicom.RtRoi;

/** A mask as a file holds it. */
sealed interface MaskFile {

    Path file();

    /** Its path below the folder that it was found in, without the ending. */
    String name();

    /** The series that it was drawn on; empty if the file does not say. */
    String seriesUid();

    /** The grid it lies on; empty for contours, which lie on none. */
    Optional<VoxelGrid> grid();

    /** @throws InputRefusedException if it cannot be brought to this grid */
    Mask on(VoxelGrid target);

    /** Voxels: of a NIfTI file or a DICOM Segmentation. */
    record Voxels(Path file, String name, String seriesUid, Mask mask) implements MaskFile {
        private static final double SAME_GRID_MM = 1e-3;

        @Override
        public Optional<VoxelGrid> grid() {
            return Optional.of(mask.grid());
        }

        @Override
        public Mask on(VoxelGrid target) {
            if (target.sameAs(mask.grid(), SAME_GRID_MM)) {
                return new Mask(target, mask.inside());
            }
            Mask resampled = Resampler.linear(mask, target);
            if (resampled.isEmpty() && !mask.isEmpty()) {
                throw new InputRefusedException(
                        "%s: the mask has %.2f ml, but none of it lies on the other file's grid; expected two masks of one patient in one frame of reference"
                                .formatted(file, mask.volumeMl()));
            }
            return resampled;
        }
    }

    /** Contours of a structure set. */
    record Contours(Path file, String name, String seriesUid, RtRoi roi) implements MaskFile {
        @Override
        public Optional<VoxelGrid> grid() {
            return Optional.empty();
        }

        @Override
        public Mask on(VoxelGrid target) {
            try {
                return roi.maskOn(target);
            } catch (InputRefusedException e) {
                throw new InputRefusedException(file + ": " + e.getMessage(), e);
            }
        }
    }

    /** A structure set or segmentation that says nothing of the structure: an empty mask on any grid. */
    record Nothing(Path file, String name, String seriesUid) implements MaskFile {
        @Override
        public Optional<VoxelGrid> grid() {
            return Optional.empty();
        }

        @Override
        public Mask on(VoxelGrid target) {
            return Mask.empty(target);
        }
    }
}
