/** Synthetic patients with diffuse midline glioma: openly made up, seeded, with the truth known. */
package org.midline.phantom;
