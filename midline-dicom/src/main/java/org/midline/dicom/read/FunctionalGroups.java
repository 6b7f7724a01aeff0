package org.midline.dicom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;

/**
 * Where the attributes of one frame may stand: in the functional groups of its frame, in those shared by all frames,
 * and in the dataset itself. A single-frame object has the dataset only.
 *
 * @param layers looked through in this order
 */
record FunctionalGroups(List<Attributes> layers) {

    static FunctionalGroups none(Attributes dataset) {
        return new FunctionalGroups(List.of(dataset));
    }

    /**
     * @param frame from 0
     * @throws UnusableException if the object does not describe this frame
     */
    static FunctionalGroups ofFrame(Attributes dataset, int frame) throws UnusableException {
        Sequence perFrame = dataset.getSequence(Tag.PerFrameFunctionalGroupsSequence);
        if (perFrame == null || perFrame.isEmpty()) {
            throw new UnusableException("multi-frame object without functional groups (5200,9230): no geometry");
        }
        if (frame >= perFrame.size()) {
            throw new UnusableException("multi-frame object describes %d frames, expected at least %d"
                    .formatted(perFrame.size(), frame + 1));
        }
        var layers = new ArrayList<Attributes>();
        layers.add(perFrame.get(frame));
        Attributes shared = dataset.getNestedDataset(Tag.SharedFunctionalGroupsSequence);
        if (shared != null) {
            layers.add(shared);
        }
        layers.add(dataset);
        return new FunctionalGroups(List.copyOf(layers));
    }

    /** The first item of a functional group; in a single-frame object the dataset stands for every group. */
    Optional<Attributes> group(int sequenceTag) {
        if (layers.size() == 1) {
            return Optional.of(layers.get(0));
        }
        return layers.stream()
                .map(layer -> layer.getNestedDataset(sequenceTag))
                .filter(item -> item != null)
                .findFirst();
    }

    /** Numbers of an attribute of a group; empty if it is missing or without value. */
    double[] doubles(int sequenceTag, int tag) {
        return group(sequenceTag)
                .filter(item -> item.containsValue(tag))
                .map(item -> item.getDoubles(tag))
                .orElseGet(() -> new double[0]);
    }
}
