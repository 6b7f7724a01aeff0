package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadSource;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.noise.Draw;

/** Procedural heads of patients from 2 to 30 years. */
public final class ProceduralHeads implements HeadSource {
    @Override
    public Head draw(HeadVariant variant, Draw draw) {
        return new ProceduralHead(HeadTraits.draw(variant, draw), draw);
    }
}
