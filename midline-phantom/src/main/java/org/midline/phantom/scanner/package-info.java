/** How the scanner sees a head: protocols, grids, slice profile, coil bias, noise. */
package org.midline.phantom.scanner;
