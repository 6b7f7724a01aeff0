package org.midline.dicom.write;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Unique identifiers that follow from a seed text: the same seed always gives the same UID, different seeds give
 * different ones.
 *
 * <p>The UID is {@code 2.25.} and the decimal value of a UUID (DICOM PS3.5 section B.2), here of version 8 (RFC 9562)
 * whose bits are the start of the SHA-256 of the seed in UTF-8.
 */
public final class SeededUid {
    private static final int UUID_BYTES = 16;

    private SeededUid() {}

    /** A UID of at most 44 characters. The seed should name what is identified, such as cohort, patient and series. */
    public static String of(String seed) {
        return ofHash(sha256().digest(seed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The UID of a hash of at least 16 bytes. */
    static String ofHash(byte[] hash) {
        var uuid = new byte[UUID_BYTES];
        System.arraycopy(hash, 0, uuid, 0, UUID_BYTES);
        uuid[6] = (byte) ((uuid[6] & 0x0f) | 0x80);
        uuid[8] = (byte) ((uuid[8] & 0x3f) | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
