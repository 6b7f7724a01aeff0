package org.midline.dicom;

/**
 * A file or series of the input that was not used.
 *
 * @param what the file, or the series by number and description
 * @param reason why, in one line, with what was found against what was expected
 */
public record SetAside(String what, String reason) {}
