/** Fresh images without end from a library of anatomies: what training sees, no image twice. */
package org.midline.phantom.stream;
