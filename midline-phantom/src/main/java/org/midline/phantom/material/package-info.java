/** What each voxel is made of, anatomy and disease together: all that a scanner can see. */
package org.midline.phantom.material;
