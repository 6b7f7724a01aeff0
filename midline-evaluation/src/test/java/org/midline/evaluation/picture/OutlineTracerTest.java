package org.midline.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;

class OutlineTracerTest {

    @Test
    void oneCellIsADiamond() {
        Path2D path = OutlineTracer.trace(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0}, 3, 3);
        assertThat(loops(path)).isEqualTo(1);
        assertThat(Math.abs(area(path))).isCloseTo(0.5, within(1e-12));
        assertThat(path.contains(1.5, 1.5)).isTrue();
    }

    @Test
    void whatTouchesTheEdgeIsClosed() {
        Path2D path = OutlineTracer.trace(new float[] {1, 1, 1, 1}, 2, 2);
        assertThat(loops(path)).isEqualTo(1);
        assertThat(path.getBounds2D().getWidth()).isEqualTo(2);
    }

    @Test
    void aHoleRunsTheOtherWay() {
        var ring = new float[49];
        for (int n = 0; n < 49; n++) {
            int x = n % 7;
            int y = n / 7;
            boolean inRing = x > 0 && y > 0 && x < 6 && y < 6;
            ring[n] = inRing && !(x == 3 && y == 3) ? 1 : 0;
        }
        Path2D path = OutlineTracer.trace(ring, 7, 7);
        assertThat(loops(path)).isEqualTo(2);
        assertThat(Math.abs(area(path))).isCloseTo(25 - 4 * 0.125 - 0.5, within(1e-9));
    }

    @Test
    void diagonalCellsStayApart() {
        assertThat(loops(OutlineTracer.trace(new float[] {1, 0, 0, 1}, 2, 2))).isEqualTo(2);
    }

    @Test
    void discHasTheAreaOfADisc() {
        int size = 200;
        var disc = new float[size * size];
        for (int n = 0; n < disc.length; n++) {
            int y = n / size;
            double r = Math.hypot(n % size + 0.5 - 100, y + 0.5 - 100);
            disc[n] = (float) Math.max(0, Math.min(1, 0.5 + (80 - r)));
        }
        assertThat(Math.abs(area(OutlineTracer.trace(disc, size, size)))).isCloseTo(Math.PI * 6400, within(5.0));
    }

    private static int loops(Path2D path) {
        int loops = 0;
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            if (at.currentSegment(new double[6]) == PathIterator.SEG_CLOSE) {
                loops++;
            }
        }
        return loops;
    }

    /** Signed, so that holes count against what they lie in. */
    private static double area(Path2D path) {
        double twice = 0;
        var point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            int kind = at.currentSegment(point);
            double toX = kind == PathIterator.SEG_CLOSE ? startX : point[0];
            double toY = kind == PathIterator.SEG_CLOSE ? startY : point[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = toX;
                startY = toY;
            } else {
                twice += x * toY - toX * y;
            }
            x = toX;
            y = toY;
        }
        return twice / 2;
    }
}
