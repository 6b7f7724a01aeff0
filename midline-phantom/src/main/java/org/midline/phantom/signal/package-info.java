/** What MR signal the tissues give: relaxation times, contrast agent, the equations of the sequences. */
package org.midline.phantom.signal;
