package org.midline.phantom.tumour;

/** Where the tumour starts. */
public enum TumourSite {
    PONS,
    THALAMUS,
    MIDBRAIN,
    MEDULLA
}
