package org.midline.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was imaged of one patient at one time: at most one volume per sequence, each on its own grid, all in the same
 * patient frame.
 *
 * @param patientId as the source names the patient
 * @param volumes at least one
 */
public record Study(String patientId, Map<Sequence, Volume> volumes) {
    public Study {
        if (volumes.isEmpty()) {
            throw new IllegalArgumentException("Study of patient '" + patientId + "' without any volume");
        }
        volumes = Collections.unmodifiableMap(new EnumMap<>(volumes));
    }
}
