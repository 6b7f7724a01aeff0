/** Images and masks from one grid to another: interpolated between any two grids, or copied along permuted axes. */
package org.midline.core.resample;
