package org.midline.phantom.sheet;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.SyntheticPatient;

/**
 * A picture with a row per patient: for each sequence the axial, sagittal and coronal plane through the tumour (or the
 * middle of the image), the truth outlined. Planes are those of the patient, whatever the slices were.
 */
public final class ContactSheet {
    private static final int SIDE_MM = 224;
    private static final int OUTLINE = 0xFF3030;

    private final double mmPerPixel;
    private final int side;

    /** @param mmPerPixel 1 for a picture of 224 pixels per plane */
    public ContactSheet(double mmPerPixel) {
        this.mmPerPixel = mmPerPixel;
        side = (int) Math.round(SIDE_MM / mmPerPixel);
    }

    /** @param patients top to bottom; sequences T1C, T2, FLAIR from left to right, three planes each */
    public BufferedImage render(List<SyntheticPatient> patients) {
        Sequence[] sequences = Sequence.values();
        var sheet = new BufferedImage(3 * sequences.length * side, patients.size() * side, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < patients.size(); row++) {
            for (int s = 0; s < sequences.length; s++) {
                SyntheticImage image = patients.get(row).images().get(sequences[s]);
                if (image != null) {
                    Vec3 centre = centre(image);
                    for (int plane = 0; plane < 3; plane++) {
                        draw(sheet, (3 * s + plane) * side, row * side, image, plane, centre);
                    }
                }
            }
        }
        return sheet;
    }

    private static Vec3 centre(SyntheticImage image) {
        VoxelGrid grid = image.gtv().grid();
        double[] sum = new double[3];
        int count = 0;
        int n = 0;
        boolean[] inside = image.gtv().inside();
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (inside[n]) {
                        sum[0] += i;
                        sum[1] += j;
                        sum[2] += k;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? grid.centreLps() : grid.patientLps(sum[0] / count, sum[1] / count, sum[2] / count);
    }

    private void draw(BufferedImage sheet, int left, int top, SyntheticImage image, int plane, Vec3 centre) {
        Volume volume = image.image();
        VoxelGrid grid = volume.grid();
        float white = window(volume);
        Vec3 middle = grid.centreLps();
        var inverse = grid.voxelToPatientLps().inverse();
        var inside = new boolean[side * side];
        for (int v = 0; v < side; v++) {
            for (int u = 0; u < side; u++) {
                double across = (u - side / 2.0) * mmPerPixel;
                double down = (v - side / 2.0) * mmPerPixel;
                Vec3 point = switch (plane) {
                    case 0 -> new Vec3(middle.x() + across, middle.y() + down, centre.z());
                    case 1 -> new Vec3(centre.x(), middle.y() + across, middle.z() - down);
                    default -> new Vec3(middle.x() + across, centre.y(), middle.z() - down);
                };
                Vec3 ijk = inverse.apply(point);
                int i = (int) Math.round(ijk.x());
                int j = (int) Math.round(ijk.y());
                int k = (int) Math.round(ijk.z());
                if (grid.contains(i, j, k)) {
                    int grey = (int) Math.min(255, 255 * volume.at(i, j, k) / white);
                    sheet.setRGB(left + u, top + v, grey << 16 | grey << 8 | grey);
                    inside[u + side * v] = image.gtv().at(i, j, k);
                }
            }
        }
        outline(sheet, left, top, inside);
    }

    private void outline(BufferedImage sheet, int left, int top, boolean[] inside) {
        for (int v = 1; v < side - 1; v++) {
            for (int u = 1; u < side - 1; u++) {
                int n = u + side * v;
                if (inside[n] && !(inside[n - 1] && inside[n + 1] && inside[n - side] && inside[n + side])) {
                    sheet.setRGB(left + u, top + v, OUTLINE);
                }
            }
        }
    }

    /** The intensity shown as white: the 99.5th percentile of what is not background. */
    private static float window(Volume volume) {
        float[] sorted = volume.values().clone();
        Arrays.sort(sorted);
        return Math.max(1, sorted[(int) (0.993 * (sorted.length - 1))]);
    }
}
