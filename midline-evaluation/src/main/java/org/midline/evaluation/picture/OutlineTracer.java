package org.midline.evaluation.picture;

import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The closed lines along which a raster crosses one half, by marching squares with linear interpolation along the
 * raster's edges. Beyond the raster all is zero.
 */
final class OutlineTracer {
    private static final float LEVEL = 0.5f;

    private final float[] raster;
    private final int width;
    private final int height;
    private final Map<Long, Long> next = new TreeMap<>();

    private OutlineTracer(float[] raster, int width, int height) {
        this.raster = raster;
        this.width = width;
        this.height = height;
    }

    /** @param raster row by row; the value at (x, y) is that of the point (x + 0.5, y + 0.5) of the path's plane */
    static Path2D trace(float[] raster, int width, int height) {
        var tracer = new OutlineTracer(raster, width, height);
        for (int y = -1; y < height; y++) {
            for (int x = -1; x < width; x++) {
                tracer.addCell(x, y);
            }
        }
        return tracer.path();
    }

    private float value(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : raster[y * width + x];
    }

    private boolean inside(int x, int y) {
        return value(x, y) >= LEVEL;
    }

    /** Joins the crossed edges of the square from (x, y) to (x + 1, y + 1), inside to the right of the line. */
    private void addCell(int x, int y) {
        boolean[] in = {inside(x, y), inside(x + 1, y), inside(x + 1, y + 1), inside(x, y + 1)};
        if (in[0] == in[1] && in[1] == in[2] && in[2] == in[3]) {
            return;
        }
        long[] edges = {horizontal(x, y), vertical(x + 1, y), horizontal(x, y + 1), vertical(x, y)};
        for (int n = 0; n < 4; n++) {
            if (in[n] || !in[(n + 1) % 4]) {
                continue;
            }
            int leaving = (n + 1) % 4;
            while (!in[leaving] || in[(leaving + 1) % 4]) {
                leaving = (leaving + 1) % 4;
            }
            next.put(edges[n], edges[leaving]);
        }
    }

    private long horizontal(int x, int y) {
        return 2 * ((y + 1L) * (width + 2) + x + 1);
    }

    private long vertical(int x, int y) {
        return horizontal(x, y) + 1;
    }

    private Path2D path() {
        var path = new Path2D.Double();
        Map<Long, Long> open = new HashMap<>(next);
        for (long start : next.keySet()) {
            Long edge = open.remove(start);
            if (edge == null) {
                continue;
            }
            moveOrLine(path, start, true);
            while (edge != null && edge != start) {
                moveOrLine(path, edge, false);
                edge = open.remove(edge);
            }
            path.closePath();
        }
        return path;
    }

    private void moveOrLine(Path2D path, long edge, boolean move) {
        long cell = edge / 2;
        int x = (int) (cell % (width + 2)) - 1;
        int y = (int) (cell / (width + 2)) - 1;
        boolean vertical = edge % 2 == 1;
        float from = value(x, y);
        float to = vertical ? value(x, y + 1) : value(x + 1, y);
        double along = (LEVEL - from) / (to - from);
        double px = x + 0.5 + (vertical ? 0 : along);
        double py = y + 0.5 + (vertical ? along : 0);
        if (move) {
            path.moveTo(px, py);
        } else {
            path.lineTo(px, py);
        }
    }
}
