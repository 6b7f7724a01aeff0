/** From files to the images that are delineated: DICOM studies by recognition, NIfTI by what the user says. */
package org.midline.delineation.input;
