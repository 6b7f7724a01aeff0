package org.midline.phantom.cohort;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.FindingShares;

/** Whom a patient is drawn from: what heads they have, where they are imaged, what there is to find. */
public record Population(HeadPool heads, Centre centre, FindingShares findings) {
    private static final int FINGERPRINT_BYTES = 6;

    PatientSynthesizer synthesizer() {
        return new PatientSynthesizer(heads.heads(), centre, findings);
    }

    /** Twelve hexadecimal digits that change with whatever would change a patient of a given seed. */
    String fingerprint() {
        String all = String.join("\n", heads.identity(), centre.toString(), findings.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
