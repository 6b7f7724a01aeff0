/** What training feeds on: cases in memory, and the endless stream of patches drawn from them. */
package org.midline.network.data;
