/** Cohorts of other people, read where they lie: which layout a folder has, whose images are in it, and their splits. */
package org.midline.cohort.layout;
