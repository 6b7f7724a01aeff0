/** What training makes small. */
package org.midline.network.loss;
