/** Experts at work: the truth as a clinician would have drawn it, with the error that clinicians have. */
package org.midline.phantom.expert;
