/** Masks of any program against any other's: found in folders, matched, brought to one grid. */
package org.midline.delineation.compare;
