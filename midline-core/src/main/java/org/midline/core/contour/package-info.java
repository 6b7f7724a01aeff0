/** Masks as closed planar contours on their slices, and back. */
package org.midline.core.contour;
