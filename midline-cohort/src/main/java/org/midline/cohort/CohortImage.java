package org.midline.cohort;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one image of a patient, absolute paths to NIfTI files.
 *
 * @param image the MR image
 * @param gtv the mask of the gross tumour that counts as the truth, on the grid of the image
 * @param expert another drawing of the same tumour, on the grid of the image; empty where there is none
 * @param anatomy {@link AnatomyLabel} values, on the grid of the image; empty where nobody labelled it
 */
public record CohortImage(Path image, Path gtv, Optional<Path> expert, Optional<Path> anatomy) {}
