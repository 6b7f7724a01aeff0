package org.midline.evaluation.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

/**
 * One slice along a patient plane: the volume sampled linearly on square pixels, whatever its grid, with the outlines of
 * masks. What lies outside the volume is black.
 *
 * @param throughLps a point in the slice, in mm
 * @param field what is shown of the plane
 * @param mmPerPixel edge of a pixel in mm
 */
public record SliceRenderer(
        Volume volume, Window window, Plane plane, Vec3 throughLps, FieldOfView field, double mmPerPixel) {

    private static final float LINE_WIDTH = 1.6f;
    private static final float RIM_WIDTH = 3.2f;
    private static final float[] DASHES = {5, 4};
    private static final Color RIM = new Color(0, 0, 0, 130);

    public SliceRenderer {
        if (!(mmPerPixel > 0)) {
            throw new IllegalArgumentException("Pixel of " + mmPerPixel + " mm: expected more than 0");
        }
    }

    /** The slice without text; width and height follow from the field of view. */
    public BufferedImage render(Iterable<Outline> outlines) {
        VoxelGrid pixels = pixelGrid();
        float[] values = Resampler.linear(volume, pixels, Float.NaN).values();
        var image = new BufferedImage(pixels.sizeI(), pixels.sizeJ(), BufferedImage.TYPE_INT_RGB);
        var rgb = new int[values.length];
        for (int n = 0; n < values.length; n++) {
            rgb[n] = 0x010101 * window.grey(values[n]);
        }
        image.setRGB(0, 0, pixels.sizeI(), pixels.sizeJ(), rgb, 0, pixels.sizeI());
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (Outline outline : outlines) {
            draw(graphics, outline, outlinePath(outline.mask()));
        }
        graphics.dispose();
        return image;
    }

    /** The grid of the pixels: i to the picture's right, j down, one voxel thick. */
    VoxelGrid pixelGrid() {
        Vec3 right = plane.rightLps();
        Vec3 down = plane.downLps();
        Vec3 extent = field.highLps().minus(field.lowLps());
        int width = pixelsAlong(Math.abs(right.dot(extent)));
        int height = pixelsAlong(Math.abs(down.dot(extent)));
        Vec3 middle = field.centreLps();
        Vec3 normal = right.cross(down);
        Vec3 origin = right.times(right.dot(middle) - mmPerPixel * (width - 1) / 2)
                .plus(down.times(down.dot(middle) - mmPerPixel * (height - 1) / 2))
                .plus(normal.times(normal.dot(throughLps)));
        return new VoxelGrid(
                width,
                height,
                1,
                new Affine(right.times(mmPerPixel), down.times(mmPerPixel), normal.times(mmPerPixel), origin));
    }

    /** The border of a mask in pixels of the picture, (0, 0) being its upper left corner. */
    Shape outlinePath(Mask mask) {
        VoxelGrid pixels = pixelGrid();
        float[] share = Resampler.linear(MaskField.of(mask), pixels, 0).values();
        return OutlineTracer.trace(share, pixels.sizeI(), pixels.sizeJ());
    }

    private int pixelsAlong(double extentMm) {
        return Math.max(1, (int) Math.round(extentMm / mmPerPixel));
    }

    private static void draw(Graphics2D graphics, Outline outline, Shape path) {
        if (!outline.dashed()) {
            graphics.setColor(RIM);
            graphics.setStroke(new BasicStroke(RIM_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
        }
        graphics.setColor(outline.color());
        graphics.setStroke(
                outline.dashed()
                        ? new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
                        : new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }
}
