/** Which of a study's series is which sequence, and why. */
package org.midline.delineation.series;
