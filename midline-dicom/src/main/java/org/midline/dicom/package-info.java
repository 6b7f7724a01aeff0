/** DICOM in and out, behind types of our own: nothing outside this module sees the DICOM library. */
package org.midline.dicom;
