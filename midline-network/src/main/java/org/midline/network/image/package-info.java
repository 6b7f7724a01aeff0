/** What a network is shown: the working grid, the image on it, its intensities made comparable. */
package org.midline.network.image;
