package org.midline.evaluation.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.picture.StrokeText;

/**
 * The axial, coronal and sagittal slice through one point, side by side at one scale, with a scale bar, the letters of
 * the patient's sides, and ticks where the other two planes cut.
 *
 * @param title what is shown, drawn in the first panel, such as the sequence
 * @param note drawn in every panel, such as SYNTHETIC; may be empty
 * @param focusLps the point in mm through which all three slices go
 * @param mmPerPixel edge of a pixel; made larger where the picture would grow beyond 1,200 pixels per plane
 */
public record ThreePlanes(
        Volume volume,
        Window window,
        List<Outline> outlines,
        String title,
        String note,
        Vec3 focusLps,
        FieldOfView field,
        double mmPerPixel) {

    private static final int PICTURE_WIDTH = 1130;
    private static final double CLOSE_UP_MARGIN_MM = 15;
    private static final double COMPARISON_MARGIN_MM = 25;
    private static final int LARGEST_PANEL = 1200;
    private static final int GAP = 6;
    private static final double[] BAR_LENGTHS_MM = {100, 50, 20, 10, 5, 2, 1};
    private static final double TEXT = 10;
    private static final double INSET = 9;
    private static final double SIDE_INSET = 14;
    private static final Color LABEL = new Color(0xE8EAED);
    private static final Color QUIET = new Color(0xA9B0B8);
    private static final Color NOTE = new Color(0xFFD479);

    public ThreePlanes {
        outlines = List.copyOf(outlines);
        mmPerPixel = Math.max(mmPerPixel, field.largestExtentMm() / LARGEST_PANEL);
    }

    /** The whole head, through the middle of the first outline that is not empty, or of the head. */
    public static ThreePlanes overview(Volume volume, List<Outline> outlines, String title, String note) {
        Window window = Window.of(volume);
        FieldOfView field = FieldOfView.ofContent(volume, window);
        List<Mask> masks = filled(outlines);
        if (!masks.isEmpty()) {
            field = field.union(FieldOfView.around(masks, 2));
        }
        Vec3 focus = masks.isEmpty() ? field.centreLps() : MaskCentre.lps(masks.get(0));
        return new ThreePlanes(volume, window, outlines, title, note, focus, field, fitting(field));
    }

    /**
     * The surroundings of the outlines only.
     *
     * @throws IllegalArgumentException if all outlines are empty
     */
    public static ThreePlanes closeUp(Volume volume, List<Outline> outlines, String title, String note) {
        List<Mask> masks = filled(outlines);
        FieldOfView field = FieldOfView.around(masks, CLOSE_UP_MARGIN_MM);
        Vec3 focus = MaskCentre.lps(masks.get(0));
        return new ThreePlanes(volume, Window.of(volume), outlines, title, note, focus, field, fitting(field));
    }

    /**
     * Truth and proposal with their surroundings, through the middle of the truth, or of the proposal if the truth is
     * empty.
     *
     * @throws IllegalArgumentException if both are empty
     */
    public static ThreePlanes comparison(Volume volume, Mask truth, Mask proposal, String title, String note) {
        List<Outline> outlines = List.of(Outline.proposal(proposal), Outline.truth(truth));
        FieldOfView field = FieldOfView.around(List.of(truth, proposal), COMPARISON_MARGIN_MM);
        Vec3 focus = MaskCentre.lps(truth.isEmpty() ? proposal : truth);
        return new ThreePlanes(volume, Window.of(volume), outlines, title, note, focus, field, fitting(field));
    }

    public BufferedImage render() {
        List<BufferedImage> panels = new ArrayList<>();
        for (Plane plane : Plane.values()) {
            panels.add(panel(plane));
        }
        int width = panels.stream().mapToInt(BufferedImage::getWidth).sum() + GAP * (panels.size() - 1);
        int height = panels.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        int x = 0;
        for (BufferedImage panel : panels) {
            graphics.drawImage(panel, x, (height - panel.getHeight()) / 2, null);
            x += panel.getWidth() + GAP;
        }
        graphics.dispose();
        return picture;
    }

    private BufferedImage panel(Plane plane) {
        var slice = new SliceRenderer(volume, window, plane, focusLps, field, mmPerPixel);
        BufferedImage image = slice.render(outlines);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawTicks(graphics, slice, image);
        drawText(graphics, plane, image);
        drawScaleBar(graphics, image);
        graphics.dispose();
        return image;
    }

    private void drawText(Graphics2D graphics, Plane plane, BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        double y = INSET;
        if (plane == Plane.AXIAL && !title.isEmpty()) {
            StrokeText.draw(graphics, title, INSET, y, TEXT, LABEL);
            y += 1.7 * TEXT;
        }
        StrokeText.draw(graphics, plane.title(), INSET, y, TEXT, LABEL);
        StrokeText.draw(graphics, plane.position(focusLps), INSET, y + 1.7 * TEXT, 0.85 * TEXT, QUIET);
        StrokeText.draw(graphics, note, INSET, height - INSET - 0.85 * TEXT, 0.85 * TEXT, NOTE);
        double middleX = (width - TEXT * 2 / 3) / 2.0;
        double middleY = (height - TEXT) / 2.0;
        String right = Plane.side(plane.rightLps());
        String left = Plane.side(plane.rightLps().times(-1));
        String up = Plane.side(plane.downLps().times(-1));
        StrokeText.draw(graphics, left, SIDE_INSET, middleY, TEXT, QUIET);
        StrokeText.draw(graphics, right, width - SIDE_INSET - StrokeText.width(right, TEXT), middleY, TEXT, QUIET);
        StrokeText.draw(graphics, up, middleX, SIDE_INSET, TEXT, QUIET);
    }

    /** Short marks on the edges in line with the focus, where the other two slices cut this one. */
    private void drawTicks(Graphics2D graphics, SliceRenderer slice, BufferedImage image) {
        Vec3 pixel = slice.pixelGrid().voxelIjk(focusLps);
        double x = pixel.x();
        double y = pixel.y();
        graphics.setColor(QUIET);
        graphics.fill(new Rectangle2D.Double(x, image.getHeight() - 7.0, 1, 7));
        graphics.fill(new Rectangle2D.Double(x, 0, 1, 7));
        graphics.fill(new Rectangle2D.Double(0, y, 7, 1));
        graphics.fill(new Rectangle2D.Double(image.getWidth() - 7.0, y, 7, 1));
    }

    private void drawScaleBar(Graphics2D graphics, BufferedImage image) {
        double lengthMm = BAR_LENGTHS_MM[BAR_LENGTHS_MM.length - 1];
        for (double candidate : BAR_LENGTHS_MM) {
            if (candidate <= 0.35 * smallestWidthMm()) {
                lengthMm = candidate;
                break;
            }
        }
        double length = lengthMm / mmPerPixel;
        double right = image.getWidth() - INSET;
        double base = image.getHeight() - INSET;
        graphics.setColor(new Color(0, 0, 0, 150));
        graphics.fill(new Rectangle2D.Double(right - length - 1, base - 3, length + 2, 4));
        graphics.setColor(LABEL);
        graphics.fill(new Rectangle2D.Double(right - length, base - 2, length, 2));
        String label = String.format(Locale.ROOT, "%.0f mm", lengthMm);
        double height = 0.85 * TEXT;
        StrokeText.draw(
                graphics, label, right - StrokeText.width(label, height), base - 2 - 1.6 * height, height, LABEL);
    }

    private static double fitting(FieldOfView field) {
        Vec3 extent = field.highLps().minus(field.lowLps());
        return (2 * extent.x() + extent.y()) / (PICTURE_WIDTH - 2 * GAP);
    }

    private double smallestWidthMm() {
        Vec3 extent = field.highLps().minus(field.lowLps());
        return Math.min(extent.x(), extent.y());
    }

    private static List<Mask> filled(List<Outline> outlines) {
        return outlines.stream()
                .map(Outline::mask)
                .filter(mask -> !mask.isEmpty())
                .toList();
    }
}
