package org.midline.dicom.write;

import java.time.LocalDateTime;

/**
 * What a structure set says of itself and of how it came about.
 *
 * @param label 1 to 16 characters, shown in lists of structure sets
 * @param name at most 64 characters
 * @param description follows the words RESEARCH USE ONLY in the file; at most 512 characters
 * @param softwareVersion of the program, at most 64 characters
 * @param modelName of the model that delineated, at most 40 characters; empty if there was none
 * @param modelHash SHA-256 of the model in hexadecimal, at most 64 characters; empty if there was none
 * @param timestamp when the structures were made, local time; seconds are kept
 */
public record StructureSetInfo(
        String label,
        String name,
        String description,
        String softwareVersion,
        String modelName,
        String modelHash,
        LocalDateTime timestamp) {
    /** @throws IllegalArgumentException if a text does not fit its DICOM attribute */
    public StructureSetInfo {
        AttributeText.check("Structure set label", label, 16);
        AttributeText.check("Structure set name", name, 64);
        AttributeText.check("Structure set description", description, 512);
        AttributeText.check("Software version", softwareVersion, 64);
        AttributeText.check("Model name", modelName, 40);
        AttributeText.check("Model hash", modelHash, 64);
        if (label.isBlank()) {
            throw new IllegalArgumentException("Structure set without a label");
        }
    }
}
