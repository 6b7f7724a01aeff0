package org.midline.phantom.scanner;

/** What was done to an image after it was acquired, mostly to keep the person from being recognised. */
public enum Presentation {
    WHOLE,
    /** Nothing in front of a plane from the forehead to the jaw. */
    DEFACED,
    /** Brain and the fluid around it only. */
    STRIPPED
}
