package org.midline.dicom;

import java.nio.file.Path;
import java.util.List;

/**
 * The files below a folder that hold structures, sorted.
 *
 * @param structureSets RT Structure Sets
 * @param segmentations Segmentations
 */
public record StructureFiles(List<Path> structureSets, List<Path> segmentations) {
    public StructureFiles {
        structureSets = List.copyOf(structureSets);
        segmentations = List.copyOf(segmentations);
    }
}
