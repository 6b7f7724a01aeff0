package org.midline.phantom.sheet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.picture.StrokeText;

/** Intensities by tissue as lines, a panel per sequence; white matter's median is 1. */
public final class HistogramPicture {
    static final int PANEL_WIDTH = 420;
    static final int HEIGHT = 260;
    static final int MARGIN = 28;
    static final double LARGEST = 5;
    private static final int BINS = 100;
    private static final Color GROUND = new Color(0x202024);
    private static final Color AXIS = new Color(0x808088);

    private HistogramPicture() {}

    /** @param intensities of each sequence that there is */
    public static BufferedImage draw(String caption, Map<Sequence, TissueIntensities> intensities) {
        var picture = new BufferedImage(
                PANEL_WIDTH * Sequence.values().length, Caption.HEIGHT + HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        int left = 0;
        for (Sequence sequence : Sequence.values()) {
            if (intensities.containsKey(sequence)) {
                panel(graphics, left, sequence, intensities.get(sequence));
            }
            left += PANEL_WIDTH;
        }
        graphics.dispose();
        Caption.draw(picture, caption);
        return picture;
    }

    /** @param file ends in .png, .jpg or .jpeg */
    public static void write(Path file, String caption, Map<Sequence, TissueIntensities> intensities)
            throws IOException {
        PictureFile.write(file, draw(caption, intensities));
    }

    private static void panel(Graphics2D graphics, int left, Sequence sequence, TissueIntensities intensities) {
        int base = Caption.HEIGHT + HEIGHT - MARGIN;
        graphics.setColor(AXIS);
        graphics.setStroke(new BasicStroke(1));
        graphics.drawLine((int) x(left, 0), base, (int) x(left, LARGEST), base);
        for (int tick = 0; tick <= LARGEST; tick++) {
            StrokeText.draw(graphics, Integer.toString(tick), x(left, tick) - 3, base + 8, 7, AXIS);
        }
        StrokeText.draw(graphics, sequence.name(), x(left, 0), Caption.HEIGHT + 8, 9, Color.WHITE);
        double row = Caption.HEIGHT + 8;
        for (TissueGroup group : TissueGroup.values()) {
            float[] values = intensities.values().get(group);
            if (values.length > 0) {
                var colour = new Color(group.colour());
                graphics.setColor(colour);
                graphics.setStroke(new BasicStroke(1.4f));
                graphics.draw(line(left, base, values));
                String name = group.name().replace('_', ' ').toUpperCase(Locale.ROOT);
                StrokeText.draw(graphics, name, left + PANEL_WIDTH - MARGIN - 95, row, 7, colour);
                row += 14;
            }
        }
    }

    /** The share of the values per bin, scaled to the highest bin; what is beyond the axis is in the last bin. */
    private static Path2D line(int left, int base, float[] values) {
        var bins = new int[BINS];
        int most = 1;
        for (float value : values) {
            int bin = (int) Math.max(0, Math.min(BINS - 1, value / LARGEST * BINS));
            bins[bin]++;
            most = Math.max(most, bins[bin]);
        }
        var line = new Path2D.Double();
        double height = HEIGHT - 2.0 * MARGIN;
        for (int bin = 0; bin < BINS; bin++) {
            double px = x(left, (bin + 0.5) * LARGEST / BINS);
            double py = base - height * bins[bin] / most;
            if (bin == 0) {
                line.moveTo(px, py);
            } else {
                line.lineTo(px, py);
            }
        }
        return line;
    }

    static double x(int left, double value) {
        return left + MARGIN + value / LARGEST * (PANEL_WIDTH - 2.0 * MARGIN);
    }
}
