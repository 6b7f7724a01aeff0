package org.midline.delineation.input;

import java.util.List;
import org.midline.core.Sequence;
import org.midline.core.Volume;

/**
 * An image to delineate on.
 *
 * @param volume as acquired, on its native grid
 * @param recognition why it is taken for this sequence, a short statement each
 * @param cautions what should be known before the result is trusted, a statement each
 */
public record SequenceImage(
        Sequence sequence, Volume volume, ImageSource source, List<String> recognition, List<String> cautions) {
    public SequenceImage {
        recognition = List.copyOf(recognition);
        cautions = List.copyOf(cautions);
    }
}
