package org.midline.network.model;

/** What a model is for. */
public enum ModelKind {
    LOCALISER,
    SEGMENTER
}
