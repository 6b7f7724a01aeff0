/** Trained networks at work: where the midline is, and where the tumour. */
package org.midline.network.inference;
