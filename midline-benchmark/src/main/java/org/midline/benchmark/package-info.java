/** What takes how long: making patients, fresh samples, steps of training. Prints figures, asserts nothing. */
package org.midline.benchmark;
