package org.midline.dicom;

/**
 * The image object that holds one slice.
 *
 * @param frameNumber from 1 within a multi-frame object; 0 for a single-frame one
 */
public record SliceReference(String sopClassUid, String sopInstanceUid, int frameNumber) {}
