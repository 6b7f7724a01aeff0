package org.midline.dicom.write;

/** The limits of a text attribute. */
final class AttributeText {
    private AttributeText() {}

    static void check(String what, String text, int maxCharacters) {
        if (text.length() > maxCharacters) {
            throw new IllegalArgumentException(
                    "%s '%s': %d characters, DICOM allows %d".formatted(what, text, text.length(), maxCharacters));
        }
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s '%s': DICOM allows neither backslash nor control characters".formatted(what, text));
        }
    }
}
