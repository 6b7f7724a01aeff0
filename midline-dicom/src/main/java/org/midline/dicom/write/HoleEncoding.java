package org.midline.dicom.write;

/** How a hole in a slice of a structure is told. */
public enum HoleEncoding {
    /** Outer contour and hole joined into one closed contour by a channel of no width; every reader knows it. */
    KEYHOLE,
    /** Contours of their own, of type CLOSEDPLANAR_XOR: exact, but unknown to older readers. */
    XOR
}
