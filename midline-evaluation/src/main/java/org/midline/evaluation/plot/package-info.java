/** Plots of an evaluation as SVG, drawn by JFreeChart. */
package org.midline.evaluation.plot;
