package org.midline.dicom.read;

/** A file or stack of images cannot be used; the message is the reason in one line. */
final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String reason) {
        super(reason);
    }

    UnusableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
