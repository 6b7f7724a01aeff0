package org.midline.dicom;

/**
 * Patient and study attributes as found, carried over unchanged to whatever is written back. A missing attribute is
 * the empty string. Dates are DICOM DA, times DICOM TM.
 */
public record PatientStudy(
        String patientId,
        String patientName,
        String patientBirthDate,
        String patientSex,
        String studyInstanceUid,
        String studyId,
        String studyDate,
        String studyTime,
        String studyDescription,
        String accessionNumber,
        String referringPhysicianName) {}
