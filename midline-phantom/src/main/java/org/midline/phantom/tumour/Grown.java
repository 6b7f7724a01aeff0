package org.midline.phantom.tumour;

import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.material.TissueChange;

/**
 * A disease at the time of the scan.
 *
 * @param change on the head's grid, where things are now
 * @param presentToRest from where a point is now to where it was before the disease
 */
public record Grown(TissueChange change, PointMap presentToRest) {}
