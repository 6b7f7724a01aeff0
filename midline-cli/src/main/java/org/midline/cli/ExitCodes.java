package org.midline.cli;

/** What the command's exit status says; part of the command's interface. */
final class ExitCodes {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int INPUT_REFUSED = 3;
    static final int NOTHING_FOUND = 4;
    static final int INTERNAL = 5;

    private ExitCodes() {}
}
