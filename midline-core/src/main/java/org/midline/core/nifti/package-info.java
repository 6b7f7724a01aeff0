/**
 * NIfTI-1 and NIfTI-2 images in and out. Files are in RAS, everything else is in LPS: the conversion is here and nowhere
 * else.
 */
package org.midline.core.nifti;
