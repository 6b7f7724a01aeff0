/** The critic: tells an expert's masks from the generator's, in training only. */
package org.midline.network.critic;
