package org.midline.phantom.tumour;

/** What of the tumour takes up contrast agent. */
public enum Enhancement {
    NONE,
    PATCHY,
    RING
}
