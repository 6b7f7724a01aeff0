package org.midline.dicom.write;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.midline.dicom.PatientStudy;

/** The modules that every object shares: Patient, General Study, SOP Common; and how attributes of each type are set. */
final class CompositeModules {
    private static final String UTF_8 = "ISO_IR 192";

    private CompositeModules() {}

    /** A data set of the given class and instance that belongs to the patient and study. */
    static Attributes dataset(PatientStudy patientStudy, String sopClassUid, String sopInstanceUid) {
        var dataset = new Attributes();
        dataset.setSpecificCharacterSet(UTF_8);
        dataset.setString(Tag.SOPClassUID, VR.UI, sopClassUid);
        dataset.setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid);
        type2(dataset, Tag.PatientName, VR.PN, patientStudy.patientName());
        type2(dataset, Tag.PatientID, VR.LO, patientStudy.patientId());
        type2(dataset, Tag.PatientBirthDate, VR.DA, patientStudy.patientBirthDate());
        type2(dataset, Tag.PatientSex, VR.CS, patientStudy.patientSex());
        dataset.setString(Tag.StudyInstanceUID, VR.UI, patientStudy.studyInstanceUid());
        type2(dataset, Tag.StudyID, VR.SH, patientStudy.studyId());
        type2(dataset, Tag.StudyDate, VR.DA, patientStudy.studyDate());
        type2(dataset, Tag.StudyTime, VR.TM, patientStudy.studyTime());
        type2(dataset, Tag.AccessionNumber, VR.SH, patientStudy.accessionNumber());
        type2(dataset, Tag.ReferringPhysicianName, VR.PN, patientStudy.referringPhysicianName());
        type3(dataset, Tag.StudyDescription, VR.LO, patientStudy.studyDescription());
        return dataset;
    }

    /** Present even if empty. */
    static void type2(Attributes dataset, int tag, VR vr, String value) {
        if (value.isEmpty()) {
            dataset.setNull(tag, vr);
        } else {
            dataset.setString(tag, vr, value);
        }
    }

    /** Absent if empty. */
    static void type3(Attributes dataset, int tag, VR vr, String value) {
        if (!value.isEmpty()) {
            dataset.setString(tag, vr, value);
        }
    }
}
