package org.midline.evaluation.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.midline.core.Sequence;

/**
 * How a sequence's patients are drawn. The colours are three of Okabe and Ito's, which colour-blind people can tell
 * apart; the shapes tell them apart without colour.
 */
record SequenceMark(Color color, Shape shape) {
    private static final double RADIUS = 3.4;
    private static final int VEIL = 150;

    static SequenceMark of(Sequence sequence) {
        return switch (sequence) {
            case T1C -> new SequenceMark(new Color(0xD55E00), triangle());
            case T2 ->
                new SequenceMark(new Color(0x0072B2), new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS));
            case FLAIR ->
                new SequenceMark(
                        new Color(0x007A59),
                        new Rectangle2D.Double(-0.9 * RADIUS, -0.9 * RADIUS, 1.8 * RADIUS, 1.8 * RADIUS));
        };
    }

    /** The colour that lets points underneath be seen. */
    Color veiled() {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), VEIL);
    }

    /** A light colour to fill areas with. */
    Color pale() {
        return new Color(pale(color.getRed()), pale(color.getGreen()), pale(color.getBlue()));
    }

    private static int pale(int part) {
        return 255 - (255 - part) / 5;
    }

    private static Shape triangle() {
        var path = new Path2D.Double();
        path.moveTo(0, -1.2 * RADIUS);
        path.lineTo(1.15 * RADIUS, 0.9 * RADIUS);
        path.lineTo(-1.15 * RADIUS, 0.9 * RADIUS);
        path.closePath();
        return path;
    }
}
