/** Geometry and images: grids in patient space, the volumes and masks on them. Everything else builds on these. */
package org.midline.core;
