/** Event files that TensorBoard shows: scalars and pictures by step. */
package org.midline.network.tensorboard;
