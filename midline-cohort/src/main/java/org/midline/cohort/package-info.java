/** Cohorts on disk: patients with images and expert masks, and the split each patient belongs to. */
package org.midline.cohort;
