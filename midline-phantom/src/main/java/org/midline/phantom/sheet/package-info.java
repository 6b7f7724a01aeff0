/** Contact sheets: synthetic patients at a glance, to be looked at with a radiologist's eye. */
package org.midline.phantom.sheet;
