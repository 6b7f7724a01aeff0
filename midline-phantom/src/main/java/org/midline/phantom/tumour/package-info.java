/** Where a diffuse midline glioma starts, how it grows through the tissues of a head, and what it is made of. */
package org.midline.phantom.tumour;
