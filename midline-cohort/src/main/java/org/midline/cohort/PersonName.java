package org.midline.cohort;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a case is of, where its id tells. A person imaged more than once is several cases, and all of them belong into one
 * split.
 */
public final class PersonName {
    /** The attribute of a {@link CohortPatient} that names the person. */
    public static final String ATTRIBUTE = "person";

    /** BraTS since 2021: the patient's five digits, then the time point's three. */
    private static final Pattern BRATS = Pattern.compile("(.+[-_]\\d{5})[-_]\\d{3}(?:[-_].*)?");

    private static final Pattern BIDS = Pattern.compile("(sub-[A-Za-z0-9]+)_ses-.*");

    private PersonName() {}

    /** The part of a case's id that names the person; all of it if it names nothing else. */
    public static String ofId(String id) {
        for (Pattern pattern : new Pattern[] {BIDS, BRATS}) {
            Matcher matcher = pattern.matcher(id);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return id;
    }

    /** By the attribute, or else by the id. */
    public static String of(CohortPatient patient) {
        return patient.attributes().getOrDefault(ATTRIBUTE, ofId(patient.id()));
    }
}
