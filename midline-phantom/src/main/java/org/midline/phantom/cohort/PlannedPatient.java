package org.midline.phantom.cohort;

import org.midline.cohort.Split;

/**
 * What one patient of a cohort is to be. The patient follows from seed and population alone.
 *
 * @param id unique in the cohort, can name a folder
 */
public record PlannedPatient(String id, long seed, Split split, Population population) {}
