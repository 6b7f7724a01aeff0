/** DICOM out: MR series and RT structure sets, with deterministic identifiers and in files that appear whole or not at all. */
package org.midline.dicom.write;
