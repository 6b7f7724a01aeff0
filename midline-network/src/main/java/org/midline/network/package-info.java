/** Networks that delineate: layers, losses, training, models on disk, inference. Alone in seeing the tensor library. */
package org.midline.network;
