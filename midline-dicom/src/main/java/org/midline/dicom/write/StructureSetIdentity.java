package org.midline.dicom.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.midline.dicom.MrSeries;

/** UIDs of a structure set and its series, from the SHA-256 of all that goes into it. */
record StructureSetIdentity(String sopInstanceUid, String seriesInstanceUid) {

    static StructureSetIdentity of(
            MrSeries reference, List<Structure> structures, StructureSetInfo info, HoleEncoding holes) {
        MessageDigest digest = SeededUid.sha256();
        add(digest, reference.patientStudy(), reference.seriesInstanceUid(), reference.slices(), info, holes);
        for (Structure structure : structures) {
            add(digest, structure.name(), structure.type(), structure.rgb(), structure.description());
            digest.update(bits(structure.mask().inside()));
        }
        String sopInstanceUid = SeededUid.ofHash(digest.digest());
        return new StructureSetIdentity(sopInstanceUid, SeededUid.of("series of " + sopInstanceUid));
    }

    private static void add(MessageDigest digest, Object... parts) {
        for (Object part : parts) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static byte[] bits(boolean[] inside) {
        var bits = new byte[(inside.length + 7) / 8];
        for (int n = 0; n < inside.length; n++) {
            if (inside[n]) {
                bits[n / 8] |= (byte) (1 << (n % 8));
            }
        }
        return bits;
    }
}
