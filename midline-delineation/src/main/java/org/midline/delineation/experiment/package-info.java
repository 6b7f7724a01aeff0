/** Whole cohorts delineated and measured, and the table that comes of it. */
package org.midline.delineation.experiment;
