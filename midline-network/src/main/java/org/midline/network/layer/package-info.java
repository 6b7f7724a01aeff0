/** What networks are built of: parameters by name, and layers that are functions of a tensor. */
package org.midline.network.layer;
