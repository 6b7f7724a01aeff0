/** What of a model is chosen on validation patients after its training. */
package org.midline.delineation.calibration;
