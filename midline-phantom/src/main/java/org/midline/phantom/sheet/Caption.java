package org.midline.phantom.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.midline.core.picture.StrokeText;

/** The strip above a row, which says first of all that the patient is made up. */
final class Caption {
    static final int HEIGHT = 13;
    static final String MARK = "SYNTHETIC";
    private static final double LETTERS = 6;
    private static final double INSET = 4;
    private static final Color COLOUR = new Color(0xE0E0E0);
    private static final Color GROUND = new Color(0x303038);

    private Caption() {}

    /** Draws the strip along the upper border, cut to the width of the picture. */
    static void draw(BufferedImage row, String text) {
        Graphics2D graphics = row.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, row.getWidth(), HEIGHT);
        String fitting = fitting((MARK + "  " + text).toUpperCase(Locale.ROOT), row.getWidth() - 2 * INSET);
        StrokeText.draw(graphics, fitting, INSET, (HEIGHT - LETTERS) / 2, LETTERS, COLOUR);
        graphics.dispose();
    }

    /** As much of a text as there is room for, with dots in place of the rest. */
    static String fitting(String text, double width) {
        if (StrokeText.width(text, LETTERS) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && StrokeText.width(text.substring(0, end) + "...", LETTERS) > width) {
            end--;
        }
        return text.substring(0, end) + "...";
    }
}
