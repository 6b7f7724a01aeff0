/** Synthetic patients by the hundred, as a cohort on disk. */
package org.midline.phantom.cohort;
