package org.midline.phantom.head;

/** What is unusual about a head apart from any tumour. */
public enum HeadVariant {
    USUAL,
    /** Wide ventricles, narrow sulci. */
    HYDROCEPHALUS,
    /** Cerebellar tonsils below the foramen magnum, a crowded posterior fossa. */
    CHIARI
}
