package org.midline.cohort;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one image of a patient, absolute paths to NIfTI files.
 *
 * @param image the MR image
 * @param gtv the expert's mask of the gross tumour, on the grid of the image
 * @param anatomy {@link AnatomyLabel} values, on the grid of the image; empty where nobody labelled it
 */
public record CohortImage(Path image, Path gtv, Optional<Path> anatomy) {}
