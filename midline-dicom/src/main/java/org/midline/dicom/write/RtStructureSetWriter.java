package org.midline.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.midline.core.InputRefusedException;
import org.midline.dicom.MrSeries;

/**
 * Writes structures as an RT Structure Set Storage object (PS3.3 section A.19), with contours on the slices of an MR
 * series.
 *
 * <p>The transfer syntax is implicit VR little endian: in explicit VR a contour's coordinates may not exceed 65,534
 * bytes, which a contour of some two thousand points does. Points are rounded to a thousandth of a millimetre. The
 * approval status is UNAPPROVED. The same arguments give the same bytes; UIDs follow from all that is written.
 */
public final class RtStructureSetWriter {
    private static final double GRID_TOLERANCE_MM = 1e-3;

    private RtStructureSetWriter() {}

    /** As the method below, with holes as keyholes. */
    public static String write(Path file, MrSeries reference, List<Structure> structures, StructureSetInfo info)
            throws IOException {
        return write(file, reference, structures, info, HoleEncoding.KEYHOLE);
    }

    /**
     * Writes the file; an existing one is replaced, and left as it is if writing fails.
     *
     * @param reference the series whose patient, study, frame of reference and slices the structure set refers to
     * @param structures at least one, with distinct names, their masks on the grid of {@code reference}
     * @return the SOPInstanceUID of the object
     * @throws InputRefusedException if a structure is empty, or if the series lacks a FrameOfReferenceUID
     * @throws IllegalArgumentException if a mask is on another grid, a name occurs twice, or there is no structure
     */
    public static String write(
            Path file, MrSeries reference, List<Structure> structures, StructureSetInfo info, HoleEncoding holes)
            throws IOException {
        check(reference, structures);
        var identity = StructureSetIdentity.of(reference, structures, info, holes);
        Attributes dataset = CompositeModules.dataset(
                reference.patientStudy(), UID.RTStructureSetStorage, identity.sopInstanceUid());
        new StructureSetModules(reference, info).fill(dataset, identity);
        new RoiModules(reference, info, holes).fill(dataset, structures);
        DicomFile.write(file, dataset, UID.ImplicitVRLittleEndian);
        return dataset.getString(Tag.SOPInstanceUID);
    }

    private static void check(MrSeries reference, List<Structure> structures) {
        if (reference.frameOfReferenceUid().isBlank()) {
            throw new InputRefusedException(("Series %s has no FrameOfReferenceUID (0020,0052): a structure set must "
                            + "name one; export the series again with it")
                    .formatted(reference.seriesInstanceUid()));
        }
        if (structures.isEmpty()) {
            throw new IllegalArgumentException("Structure set without structures");
        }
        var names = new HashSet<String>();
        for (Structure structure : structures) {
            if (!names.add(structure.name())) {
                throw new IllegalArgumentException("Two structures of the name '" + structure.name() + "'");
            }
            if (!structure.mask().grid().sameAs(reference.volume().grid(), GRID_TOLERANCE_MM)) {
                throw new IllegalArgumentException("Structure '%s' is not on the grid of series %s"
                        .formatted(structure.name(), reference.seriesInstanceUid()));
            }
            if (structure.mask().isEmpty()) {
                throw new InputRefusedException(
                        "Structure '%s' is empty: an empty contour is never written; leave the structure out"
                                .formatted(structure.name()));
            }
        }
    }
}
