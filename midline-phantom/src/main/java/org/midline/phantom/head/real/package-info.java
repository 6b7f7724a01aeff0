/** Heads of real people, from label maps with FreeSurfer's labels. */
package org.midline.phantom.head.real;
