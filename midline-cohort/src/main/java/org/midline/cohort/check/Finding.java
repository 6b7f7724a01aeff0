package org.midline.cohort.check;

/**
 * Something that is wrong with a cohort, or may be.
 *
 * @param what the file or the patient
 * @param message what was found and what was expected, in one line
 */
public record Finding(Severity severity, String what, String message) {

    /** Whether a cohort can be used all the same. */
    public enum Severity {
        /** Nothing should be computed from it before this is put right. */
        ERROR,
        /** May be as it should; somebody has to know. */
        WARNING
    }

    static Finding error(Object what, String message) {
        return new Finding(Severity.ERROR, what.toString(), message);
    }

    static Finding warning(Object what, String message) {
        return new Finding(Severity.WARNING, what.toString(), message);
    }

    /** One line: "ERROR file: message". */
    public String text() {
        return "%s %s: %s".formatted(severity, what, message);
    }
}
