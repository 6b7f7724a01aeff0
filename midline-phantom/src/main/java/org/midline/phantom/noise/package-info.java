/** Seeded random numbers: smooth fields in space, draws from distributions, fast normal deviates. */
package org.midline.phantom.noise;
