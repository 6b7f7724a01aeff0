package org.midline.phantom.sheet;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

/** One plane of an image in grey, the truth outlined in red, the expert's line in a faint yellow. */
final class PlanePicture {
    static final int TRUTH = 0xFF3030;
    private static final int EXPERT = 0xFFE040;
    /** How much of the picture shows through the expert's line, which is to look thin. */
    private static final double EXPERT_SHINES_THROUGH = 0.45;

    private final SheetImage source;
    private final float white;
    private final int side;
    private final double mmPerPixel;

    /** @param side of the picture in pixels */
    PlanePicture(SheetImage source, int side, double mmPerPixel) {
        this.source = source;
        this.side = side;
        this.mmPerPixel = mmPerPixel;
        white = IntensityWindow.white(source.image());
    }

    /** Draws the plane through a point, which becomes the middle of the picture. */
    void draw(BufferedImage onto, int left, int top, Plane plane, Vec3 middleLps) {
        VoxelGrid pixels = grid(plane, middleLps);
        Volume shown = Resampler.linear(source.image(), pixels, 0);
        for (int v = 0; v < side; v++) {
            for (int u = 0; u < side; u++) {
                int grey = (int) Math.max(0, Math.min(255, 255 * shown.at(u, v, 0) / white));
                onto.setRGB(left + u, top + v, grey << 16 | grey << 8 | grey);
            }
        }
        if (!Arrays.equals(source.expert().inside(), source.gtv().inside())) {
            outline(onto, left, top, source.expert(), pixels, EXPERT, EXPERT_SHINES_THROUGH);
        }
        outline(onto, left, top, source.gtv(), pixels, TRUTH, 0);
    }

    private VoxelGrid grid(Plane plane, Vec3 middleLps) {
        Vec3 right = plane.right().times(mmPerPixel);
        Vec3 down = plane.down().times(mmPerPixel);
        Vec3 corner = middleLps.minus(right.times(side / 2.0)).minus(down.times(side / 2.0));
        return new VoxelGrid(
                side, side, 1, new Affine(right, down, right.cross(down).unit(), corner));
    }

    private void outline(
            BufferedImage onto, int left, int top, Mask mask, VoxelGrid pixels, int colour, double shinesThrough) {
        Mask cut = Resampler.nearest(mask, pixels);
        for (int v = 1; v < side - 1; v++) {
            for (int u = 1; u < side - 1; u++) {
                boolean border = cut.at(u, v, 0)
                        && !(cut.at(u - 1, v, 0) && cut.at(u + 1, v, 0) && cut.at(u, v - 1, 0) && cut.at(u, v + 1, 0));
                if (border) {
                    int under = onto.getRGB(left + u, top + v);
                    onto.setRGB(left + u, top + v, mixed(colour, under, shinesThrough));
                }
            }
        }
    }

    private static int mixed(int colour, int under, double share) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = (int) Math.round((1 - share) * (colour >> shift & 255) + share * (under >> shift & 255));
            result |= value << shift;
        }
        return result;
    }
}
