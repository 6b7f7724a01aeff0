package org.midline.dicom.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What Midline calls itself in the files it writes. */
final class Implementation {
    static final String VERSION = version();

    /** ImplementationClassUID: the same for all versions. */
    static final String CLASS_UID = SeededUid.of("org.midline implementation class");

    /** ImplementationVersionName: at most 16 characters. */
    static final String VERSION_NAME = versionName(VERSION);

    private Implementation() {}

    private static String versionName(String version) {
        String name = "MIDLINE_" + version.replace("-SNAPSHOT", "S");
        return name.substring(0, Math.min(name.length(), 16));
    }

    private static String version() {
        try (var in = Implementation.class.getResourceAsStream("implementation.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
