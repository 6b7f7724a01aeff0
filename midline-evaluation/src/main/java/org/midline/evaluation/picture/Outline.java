package org.midline.evaluation.picture;

import java.awt.Color;
import org.midline.core.Mask;

/**
 * A mask whose border is drawn over the image; it may lie on another grid than the image.
 *
 * @param name for the legend
 * @param dashed so that it can be told from another line it lies upon
 */
public record Outline(String name, Mask mask, Color color, boolean dashed) {
    private static final Color CYAN = new Color(0x35D0F2);
    private static final Color AMBER = new Color(0xFFB000);

    /** The program's proposal: a solid cyan line. */
    public static Outline proposal(Mask mask) {
        return new Outline("Proposal", mask, CYAN, false);
    }

    /** The truth to compare with: a dashed amber line. */
    public static Outline truth(Mask mask) {
        return new Outline("Truth", mask, AMBER, true);
    }
}
