/** Where the tissues of a head are: procedural anatomy from implicit surfaces, different for every patient. */
package org.midline.phantom.head;
