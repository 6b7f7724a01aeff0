/** Measures between two masks, tables of them over patients and sequences, and the report of a case. */
package org.midline.evaluation;
