/** The straight line from a study to a delineation on the native grid of each of its images. */
package org.midline.delineation;
