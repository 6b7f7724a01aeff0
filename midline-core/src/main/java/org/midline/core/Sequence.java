package org.midline.core;

import java.util.Locale;

/** The MR sequences that Midline delineates on. */
public enum Sequence {
    /** T1-weighted after gadolinium. */
    T1C("T1C"),
    /** T2-weighted. */
    T2("T2"),
    /** T2-weighted fluid-attenuated inversion recovery. */
    FLAIR("T2-FLAIR");

    private final String title;

    Sequence(String title) {
        this.title = title;
    }

    /** As written for people: T1C, T2, T2-FLAIR. */
    public String title() {
        return title;
    }

    /** As written in file names, options and cards: t1c, t2, flair. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The sequence of a key, whatever its case.
     *
     * @throws IllegalArgumentException naming the keys that exist
     */
    public static Sequence ofKey(String key) {
        for (Sequence sequence : values()) {
            if (sequence.key().equalsIgnoreCase(key)) {
                return sequence;
            }
        }
        throw new IllegalArgumentException("Sequence '" + key + "': expected t1c, t2 or flair");
    }
}
