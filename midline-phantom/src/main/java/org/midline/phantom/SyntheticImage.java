package org.midline.phantom;

import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.phantom.scanner.Protocol;

/**
 * One sequence of a synthetic patient, with the truth on the same grid.
 *
 * @param gtv the tumour's macroscopic border; empty in a patient without tumour
 * @param expert the border as a clinician might have drawn it; empty in a patient without tumour
 * @param anatomy i fastest: 0 other, 1 brainstem, 2 thalami; tissue under the tumour keeps its label
 * @param protocol how it was acquired
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record SyntheticImage(Volume image, Mask gtv, Mask expert, byte[] anatomy, Protocol protocol) {}
