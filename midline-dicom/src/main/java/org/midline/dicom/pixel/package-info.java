/** Pixel data of DICOM objects as stored values, whatever the transfer syntax. */
package org.midline.dicom.pixel;
