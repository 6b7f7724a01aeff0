/** Heads from implicit surfaces, different for every patient; they need no data. */
package org.midline.phantom.head.procedural;
