/** What is wrong with a cohort, found before anything is computed from it. */
package org.midline.cohort.check;
