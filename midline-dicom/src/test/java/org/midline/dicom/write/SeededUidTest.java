package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeededUidTest {
    /** Golden value: Python hashlib.sha256(b"midline").digest()[:16] with version 8 and the RFC variant set. */
    @Test
    void isTheHashAsUuid() {
        assertThat(SeededUid.of("midline")).isEqualTo("2.25.171747610862751190122090872118172592631");
    }

    @Property
    void isAValidUid(@ForAll String seed) {
        assertThat(SeededUid.of(seed)).matches("2\\.25\\.[1-9][0-9]{0,38}").hasSizeLessThanOrEqualTo(64);
    }
}
