package org.midline.phantom.scanner;

import org.midline.core.Vec3;
import org.midline.phantom.head.Tissue;

/** What was done to an image after it was acquired, mostly to keep the person from being recognised. */
public enum Presentation {
    WHOLE,
    /** Nothing in front of a plane from the forehead to the jaw. */
    DEFACED,
    /** Brain and the fluid around it only. */
    STRIPPED;

    /**
     * Whether a tissue at a place is left out.
     *
     * @param standardMm see {@link org.midline.phantom.head.Head}
     */
    public boolean blanks(Tissue tissue, Vec3 standardMm) {
        return switch (this) {
            case WHOLE -> false;
            case DEFACED -> !tissue.isBrain() && Presenter.isFace(standardMm);
            case STRIPPED -> !Presenter.isIntracranial(tissue) || DEFACED.blanks(tissue, standardMm);
        };
    }
}
