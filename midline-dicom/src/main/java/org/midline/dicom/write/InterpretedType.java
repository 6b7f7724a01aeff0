package org.midline.dicom.write;

/** What a structure is to treatment planning: RTROIInterpretedType (3006,00A4), named as DICOM does. */
public enum InterpretedType {
    GTV,
    CTV,
    PTV,
    ORGAN,
    /** A region to spare; planning organ at risk volumes go here. */
    AVOIDANCE,
    /** The patient's outer contour. */
    EXTERNAL
}
