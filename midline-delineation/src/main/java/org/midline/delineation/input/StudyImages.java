package org.midline.delineation.input;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.dicom.SetAside;

/**
 * What of a patient's study is delineated on: one image per sequence, at least one.
 *
 * @param patientId as the source names the patient
 * @param setAside what of the input is not used, each with its reason
 */
public record StudyImages(String patientId, Map<Sequence, SequenceImage> images, List<SetAside> setAside) {
    public StudyImages {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("Study of patient '" + patientId + "' without any image");
        }
        images = Collections.unmodifiableMap(new EnumMap<>(images));
        setAside = List.copyOf(setAside);
    }
}
