/** Smooth one-to-one maps of space: how one head becomes many, and how a growing tumour pushes its surroundings. */
package org.midline.phantom.deformation;
