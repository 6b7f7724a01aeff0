/** The training loop: optimiser, schedule, weight averaging, checkpoints, progress. */
package org.midline.network.training;
