/** The tensor library on this machine: threads, layouts, and whether its fast kernels can be believed. */
package org.midline.network.engine;
