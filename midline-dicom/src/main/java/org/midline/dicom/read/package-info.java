/** From files to MR volumes: finding, sorting and checking the images of a study. */
package org.midline.dicom.read;
