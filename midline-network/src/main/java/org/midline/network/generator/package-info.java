/** The network that segments: an encoder-decoder with multi-scale blocks and spatial-channel attention. */
package org.midline.network.generator;
