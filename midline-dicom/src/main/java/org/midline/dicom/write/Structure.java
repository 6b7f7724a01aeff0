package org.midline.dicom.write;

import org.midline.core.Mask;

/**
 * A region to be written as a ROI.
 *
 * @param name as shown in planning systems, 1 to 64 characters
 * @param mask on the grid of the series that the structure set refers to
 * @param description free text of at most 1024 characters, may be empty
 */
public record Structure(String name, InterpretedType type, Color rgb, Mask mask, String description) {
    /** @throws IllegalArgumentException if a text does not fit its DICOM attribute */
    public Structure {
        AttributeText.check("Structure name", name, 64);
        AttributeText.check("Description of structure " + name, description, 1024);
        if (name.isBlank()) {
            throw new IllegalArgumentException("Structure without a name");
        }
    }
}
