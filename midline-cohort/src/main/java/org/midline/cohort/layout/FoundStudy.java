package org.midline.cohort.layout;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.midline.cohort.Split;
import org.midline.core.Sequence;

/**
 * A patient's images and masks as a folder holds them, before it is known which split they belong to.
 *
 * @param name as the folder has it; not yet an id
 * @param person who it is of; studies of one person belong into one split
 * @param given the split that the folder gives, if it does
 */
record FoundStudy(String name, String person, Map<Sequence, Files> images, Optional<Split> given) {

    /** An image and its mask. */
    record Files(Path image, Path mask) {}

    FoundStudy {
        images = Collections.unmodifiableMap(new EnumMap<>(images));
    }
}
