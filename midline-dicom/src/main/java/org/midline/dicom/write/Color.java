package org.midline.dicom.write;

/** A display colour; each part from 0 to 255. */
public record Color(int red, int green, int blue) {
    public Color {
        if (((red | green | blue) & ~0xff) != 0) {
            throw new IllegalArgumentException("Colour %d, %d, %d: expected 0 to 255 each".formatted(red, green, blue));
        }
    }
}
