package org.midline.network.training;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.midline.network.data.Patch;
import org.midline.network.image.WorkingGrid;

/**
 * A picture of patches for the one who watches a training: a row each, the axial, coronal and sagittal slice through the
 * last structure's middle; the border of the truth green, that of the answer red, where both agree yellow.
 */
final class Preview {
    private static final int ZOOM = 3;

    private final WorkingGrid grid;
    private final List<BufferedImage> rows = new ArrayList<>();

    Preview(WorkingGrid grid) {
        this.grid = grid;
    }

    void add(Patch patch, float[] logits) {
        int voxels = grid.voxelCount();
        int last = patch.truth().length - voxels;
        int[] middle = middle(patch.truth(), last);
        int width = 2 * grid.sizeI() + grid.sizeJ();
        var row = new BufferedImage(
                ZOOM * width, ZOOM * Math.max(grid.sizeJ(), grid.sizeK()), BufferedImage.TYPE_INT_RGB);
        draw(row, 0, patch, logits, last, 2, middle[2]);
        draw(row, ZOOM * grid.sizeI(), patch, logits, last, 1, middle[1]);
        draw(row, 2 * ZOOM * grid.sizeI(), patch, logits, last, 0, middle[0]);
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int width() {
        return rows.get(0).getWidth();
    }

    int height() {
        return rows.stream().mapToInt(BufferedImage::getHeight).sum();
    }

    byte[] png() throws IOException {
        var all = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        int y = 0;
        for (BufferedImage row : rows) {
            all.getGraphics().drawImage(row, 0, y, null);
            y += row.getHeight();
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(all, "png", bytes);
        return bytes.toByteArray();
    }

    private int[] middle(float[] truth, int offset) {
        double[] sum = new double[3];
        double weight = 0;
        int n = offset;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    sum[0] += i * truth[n];
                    sum[1] += j * truth[n];
                    sum[2] += k * truth[n];
                    weight += truth[n];
                }
            }
        }
        if (weight == 0) {
            return new int[] {grid.sizeI() / 2, grid.sizeJ() / 2, grid.sizeK() / 2};
        }
        return new int[] {(int) (sum[0] / weight), (int) (sum[1] / weight), (int) (sum[2] / weight)};
    }

    private void draw(BufferedImage row, int left, Patch patch, float[] logits, int offset, int axis, int at) {
        int columns = axis == 0 ? grid.sizeJ() : grid.sizeI();
        int lines = axis == 2 ? grid.sizeJ() : grid.sizeK();
        for (int y = 0; y < ZOOM * lines; y++) {
            for (int x = 0; x < ZOOM * columns; x++) {
                int c = x / ZOOM;
                int l = axis == 2 ? y / ZOOM : lines - 1 - y / ZOOM;
                int here = index(axis, at, c, l);
                boolean truthBorder = false;
                boolean answerBorder = false;
                int right = index(axis, at, Math.min(c + 1, columns - 1), l);
                int below = index(axis, at, c, Math.min(l + 1, lines - 1));
                for (int next : new int[] {right, below}) {
                    truthBorder |= patch.truth()[offset + here] > 0.5f != patch.truth()[offset + next] > 0.5f;
                    answerBorder |= logits[offset + here] > 0 != logits[offset + next] > 0;
                }
                int grey = (int) Math.max(0, Math.min(255, 80 + 60 * patch.image()[here]));
                Color colour = truthBorder || answerBorder
                        ? new Color(answerBorder ? 255 : 0, truthBorder ? 255 : 0, 0)
                        : new Color(grey, grey, grey);
                row.setRGB(left + x, y, colour.getRGB());
            }
        }
    }

    private int index(int axis, int at, int column, int line) {
        int i = axis == 0 ? at : column;
        int j = axis == 0 ? column : axis == 1 ? at : line;
        int k = axis == 2 ? at : line;
        return i + grid.sizeI() * (j + grid.sizeJ() * k);
    }
}
