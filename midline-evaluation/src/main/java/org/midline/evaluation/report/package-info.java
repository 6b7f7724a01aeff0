/** The report of one case: one HTML file that opens without a network. */
package org.midline.evaluation.report;
