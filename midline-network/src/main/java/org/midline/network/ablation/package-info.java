/** What each ingredient of the method is worth: the same training with and without it, from several seeds. */
package org.midline.network.ablation;
