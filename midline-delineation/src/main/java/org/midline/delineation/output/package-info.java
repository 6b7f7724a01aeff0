/** What a delineation leaves on disk: structure set, masks, record and report. */
package org.midline.delineation.output;
