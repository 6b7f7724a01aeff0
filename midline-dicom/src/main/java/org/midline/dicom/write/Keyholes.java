package org.midline.dicom.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.midline.core.contour.PlanarContour;
import org.midline.core.contour.PlanarContour.Point;

/**
 * Contours of a slice without holes: each hole is joined to the outer contour around it by a channel of no width, whose
 * two sides are the same segment and so enclose nothing.
 *
 * <p>Holes are joined nearest first, each by the shortest segment between two points, so that no channel crosses
 * another hole. The time taken grows with the square of the number of points.
 */
final class Keyholes {
    private Keyholes() {}

    static List<PlanarContour> join(List<PlanarContour> ofSlice) {
        List<PlanarContour> outers =
                ofSlice.stream().filter(contour -> !contour.hole()).toList();
        Map<PlanarContour, List<PlanarContour>> holesOf = ofSlice.stream()
                .filter(PlanarContour::hole)
                .collect(Collectors.groupingBy(hole -> owner(hole, outers)));
        return outers.stream()
                .map(outer -> join(outer, holesOf.getOrDefault(outer, List.of())))
                .toList();
    }

    /** The smallest outer contour that encloses the hole. */
    private static PlanarContour owner(PlanarContour hole, List<PlanarContour> outers) {
        return outers.stream()
                .filter(outer -> Math.abs(outer.signedAreaVoxels()) > Math.abs(hole.signedAreaVoxels()))
                .filter(outer -> encloses(outer, hole.points().get(0)))
                .min(Comparator.comparingDouble(outer -> Math.abs(outer.signedAreaVoxels())))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Hole on slice %d without a contour around it".formatted(hole.k())));
    }

    private static boolean encloses(PlanarContour contour, Point point) {
        boolean inside = false;
        Point a = contour.points().get(contour.points().size() - 1);
        for (Point b : contour.points()) {
            if ((a.j() > point.j()) != (b.j() > point.j())
                    && point.i() < a.i() + (b.i() - a.i()) * (point.j() - a.j()) / (b.j() - a.j())) {
                inside = !inside;
            }
            a = b;
        }
        return inside;
    }

    private static PlanarContour join(PlanarContour outer, List<PlanarContour> holes) {
        if (holes.isEmpty()) {
            return outer;
        }
        List<Node> joined = ring(outer.points());
        Node first = joined.get(0);
        var left = new ArrayList<Channel>();
        for (PlanarContour hole : holes) {
            left.add(new Channel(ring(hole.points()), joined));
        }
        while (!left.isEmpty()) {
            Channel channel = Collections.min(left, Comparator.comparingDouble(each -> each.squaredLength));
            left.remove(channel);
            channel.open();
            left.forEach(other -> other.shortenTo(channel.hole));
        }
        var points = new ArrayList<Point>();
        points.add(first.point);
        for (Node node = first.next; node != first; node = node.next) {
            points.add(node.point);
        }
        return new PlanarContour(outer.k(), points, false);
    }

    private static List<Node> ring(List<Point> points) {
        List<Node> nodes = points.stream().map(Node::new).toList();
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).next = nodes.get((n + 1) % nodes.size());
        }
        return nodes;
    }

    private static final class Node {
        private final Point point;
        private Node next = this;

        private Node(Point point) {
            this.point = point;
        }
    }

    /** The shortest way from a hole to what is joined so far. */
    private static final class Channel {
        private final List<Node> hole;
        private Node holeEnd;
        private Node joinedEnd;
        private double squaredLength = Double.POSITIVE_INFINITY;

        private Channel(List<Node> hole, List<Node> joined) {
            this.hole = hole;
            this.holeEnd = hole.get(0);
            this.joinedEnd = joined.get(0);
            shortenTo(joined);
        }

        private void shortenTo(List<Node> newlyJoined) {
            for (Node there : newlyJoined) {
                for (Node here : hole) {
                    double di = there.point.i() - here.point.i();
                    double dj = there.point.j() - here.point.j();
                    if (di * di + dj * dj < squaredLength) {
                        squaredLength = di * di + dj * dj;
                        holeEnd = here;
                        joinedEnd = there;
                    }
                }
            }
        }

        /** From the joined end to the hole, once around it, and back; the ends are passed twice. */
        private void open() {
            var back = new Node(joinedEnd.point);
            back.next = joinedEnd.next;
            var holeAgain = new Node(holeEnd.point);
            holeAgain.next = back;
            Node last = holeEnd;
            while (last.next != holeEnd) {
                last = last.next;
            }
            last.next = holeAgain;
            joinedEnd.next = holeEnd;
        }
    }
}
