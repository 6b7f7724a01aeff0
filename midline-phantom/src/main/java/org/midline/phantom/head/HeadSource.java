package org.midline.phantom.head;

import org.midline.phantom.noise.Draw;

/** Where heads come from: endless, no two alike. Safe to use from many threads. */
public interface HeadSource {

    /** A head that follows from the state of the draw alone. */
    Head draw(HeadVariant variant, Draw draw);
}
