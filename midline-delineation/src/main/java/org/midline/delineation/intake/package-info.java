/** DICOM studies with structure sets or segmentations become a cohort to train on. */
package org.midline.delineation.intake;
