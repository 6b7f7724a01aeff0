package org.midline.core;

/**
 * The input is not what Midline can work on. The message is for the user, in one line: what (file, tag or option) was
 * found, what was expected, what to do.
 */
public final class InputRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputRefusedException(String message) {
        super(message);
    }

    public InputRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
