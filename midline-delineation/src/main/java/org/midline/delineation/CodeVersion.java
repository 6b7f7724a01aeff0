package org.midline.delineation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The code that is running, as every output names it.
 *
 * @param version of the release
 * @param commit as {@code git describe} gave it when the code was built, "unknown" if it was built without git
 */
public record CodeVersion(String version, String commit) {

    private static final CodeVersion CURRENT = read();

    public static CodeVersion current() {
        return CURRENT;
    }

    /** For example "0.1.0 (5d29f00)". */
    @Override
    public String toString() {
        return version + " (" + commit + ")";
    }

    private static CodeVersion read() {
        try (var in = CodeVersion.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return new CodeVersion(properties.getProperty("version"), properties.getProperty("commit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
