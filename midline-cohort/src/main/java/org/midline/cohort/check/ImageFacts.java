package org.midline.cohort.check;

import java.util.Optional;
import java.util.OptionalDouble;
import org.midline.cohort.CohortPatient;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;

/**
 * What is known of an image of a cohort once it was looked at.
 *
 * @param grid empty if the file cannot be read
 * @param targetMl the volume of the target, if its mask was read
 * @param hash of the voxels, if they were read: SHA-256 in hexadecimal
 */
public record ImageFacts(
        CohortPatient patient,
        Sequence sequence,
        Optional<VoxelGrid> grid,
        OptionalDouble targetMl,
        Optional<String> hash) {}
