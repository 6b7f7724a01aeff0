package org.midline.dicom.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.midline.core.Vec3;

/** Sorts the frames of a study into stacks: frames that could be slices of one volume. */
final class StackSorter {
    private static final double SAME_DIRECTION = 1e-3;
    private static final double SAME_SPACING = 1e-3;

    private StackSorter() {}

    /** Frames by series, in the order of their first frames. */
    static Collection<List<Frame>> bySeries(List<Frame> frames) {
        return by(frames, Frame::seriesInstanceUid);
    }

    /** Frames of equal orientation, to within about 0.06 degrees. */
    static List<List<Frame>> byOrientation(List<Frame> frames) {
        return byLikeness(
                frames,
                (a, b) -> close(a.rowDirection(), b.rowDirection()) && close(a.columnDirection(), b.columnDirection()));
    }

    /** Frames of equal frame of reference, size and spacing. */
    static List<List<Frame>> byRaster(List<Frame> frames) {
        return byLikeness(
                frames,
                (a, b) -> a.rows() == b.rows()
                        && a.columns() == b.columns()
                        && a.frameOfReferenceUid().equals(b.frameOfReferenceUid())
                        && Math.abs(a.spacingMmI() - b.spacingMmI()) < SAME_SPACING * a.spacingMmI()
                        && Math.abs(a.spacingMmJ() - b.spacingMmJ()) < SAME_SPACING * a.spacingMmJ());
    }

    /** Frames of equal contrast: echo time, inversion time, diffusion weighting and image type. */
    static Collection<List<Frame>> byContrast(List<Frame> frames) {
        return by(
                frames,
                frame -> List.of(
                        frame.attributes().echoTimeMs(),
                        frame.attributes().inversionTimeMs(),
                        frame.attributes().diffusionBValue(),
                        frame.attributes().imageType()));
    }

    private static Collection<List<Frame>> by(List<Frame> frames, Function<Frame, Object> key) {
        Map<Object, List<Frame>> groups = new LinkedHashMap<>();
        for (Frame frame : frames) {
            groups.computeIfAbsent(key.apply(frame), any -> new ArrayList<>()).add(frame);
        }
        return groups.values();
    }

    private static List<List<Frame>> byLikeness(List<Frame> frames, BiPredicate<Frame, Frame> alike) {
        var groups = new ArrayList<List<Frame>>();
        for (Frame frame : frames) {
            groups.stream()
                    .filter(group -> alike.test(group.get(0), frame))
                    .findFirst()
                    .orElseGet(() -> {
                        var group = new ArrayList<Frame>();
                        groups.add(group);
                        return group;
                    })
                    .add(frame);
        }
        return groups;
    }

    private static boolean close(Vec3 a, Vec3 b) {
        return a.minus(b).length() < SAME_DIRECTION;
    }
}
