package org.midline.cli;

/** Messages as the user gets them. */
final class OneLine {
    private OneLine() {}

    static String of(String message) {
        return message.strip().replaceAll("\\s*;?\\s*[\\r\\n]+\\s*", "; ");
    }
}
