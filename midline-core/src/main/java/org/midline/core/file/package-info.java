/** Files that are either whole or not there. */
package org.midline.core.file;
