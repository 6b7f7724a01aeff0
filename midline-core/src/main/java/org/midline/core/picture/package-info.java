/** Drawing on pictures in a way that is the same on every machine. */
package org.midline.core.picture;
