/** Models on disk: weights in safetensors, and a card that says what they are. */
package org.midline.network.model;
