/** Where the tissues of a head are: one set of labels for every kind of head. */
package org.midline.phantom.head;
