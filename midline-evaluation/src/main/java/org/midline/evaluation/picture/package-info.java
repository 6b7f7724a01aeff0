/** Pictures of a volume and the masks over it: slices along the patient's planes, in true proportions. */
package org.midline.evaluation.picture;
