package org.midline.phantom.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** Sheets of an image whose tumour is a ball that is not in the middle. */
class ContactSheetTest {
    private static final Vec3 BALL_LPS = new Vec3(10, -20, 15);
    private static final double RADIUS_MM = 14;
    private static final int SIDE = 112;

    @Test
    void outlinesTheTruthWhereItIsInEveryPlane() {
        var sheet = new ContactSheet(2);
        sheet.addRow(patient("A", 1));
        BufferedImage picture = sheet.image();
        assertThat(picture.getWidth()).isEqualTo(9 * SIDE);
        assertThat(picture.getHeight()).isEqualTo(Caption.HEIGHT + SIDE);
        double[][] middles = {{BALL_LPS.x(), BALL_LPS.y()}, {BALL_LPS.y(), -BALL_LPS.z()}, {BALL_LPS.x(), -BALL_LPS.z()}
        };
        for (int column = 0; column < 9; column++) {
            double middleU = column * SIDE + 56 + middles[column % 3][0] / 2;
            double middleV = Caption.HEIGHT + 56 + middles[column % 3][1] / 2;
            int red = 0;
            for (int v = Caption.HEIGHT; v < picture.getHeight(); v++) {
                for (int u = column * SIDE; u < (column + 1) * SIDE; u++) {
                    if ((picture.getRGB(u, v) & 0xFFFFFF) == PlanePicture.TRUTH) {
                        red++;
                        assertThat(Math.hypot(u - middleU, v - middleV) * 2).isBetween(RADIUS_MM - 5, RADIUS_MM + 2);
                    }
                }
            }
            assertThat(red).isGreaterThan(25);
        }
    }

    @Test
    void zoomsOnTheTumour() {
        var sheet = new ContactSheet(1, SheetView.MIDLINE);
        sheet.addRow(patient("A", 1));
        BufferedImage picture = sheet.image();
        assertThat(picture.getWidth()).isEqualTo(9 * SIDE);
        for (int column = 0; column < 9; column++) {
            for (int direction = -1; direction <= 1; direction += 2) {
                int red = 0;
                for (int distance = 10; distance < 18; distance++) {
                    int rgb = picture.getRGB(column * SIDE + 56 + direction * distance, Caption.HEIGHT + 56);
                    red += (rgb & 0xFFFFFF) == PlanePicture.TRUTH ? 1 : 0;
                }
                assertThat(red).isPositive();
            }
        }
    }

    @Test
    void keepsTheOrderOfPlacesWhateverTheOrderOfDrawing() {
        var upwards = new ContactSheet(4);
        upwards.setRow(0, patient("A", 1));
        upwards.setRow(1, patient("B", 2));
        var downwards = new ContactSheet(4);
        downwards.setRow(1, patient("B", 2));
        downwards.setRow(0, patient("A", 1));
        assertThat(pixels(downwards.image())).isEqualTo(pixels(upwards.image()));
        assertThat(pixels(upwards.image())).hasSize(9 * 56 * 2 * (56 + Caption.HEIGHT));
    }

    @Test
    void cutsCaptionsToTheWidth() {
        assertThat(Caption.fitting("SHORT", 200)).isEqualTo("SHORT");
        String cut = Caption.fitting("SYNTHETIC  " + "VERY LONG ".repeat(30), 200);
        assertThat(cut).startsWith("SYNTHETIC").endsWith("...").hasSizeBetween(25, 40);
    }

    @Test
    void writesTwelveNoisyPatientsInLessThan700Kilobytes(@TempDir Path folder) throws IOException {
        var sheet = new ContactSheet(1.5);
        SheetPatient patient = patient("A", 1);
        for (int row = 0; row < 12; row++) {
            sheet.addRow(patient);
        }
        Path jpeg = folder.resolve("sheet.jpg");
        sheet.write(jpeg);
        assertThat(Files.size(jpeg)).isBetween(50_000L, 700_000L);
        assertThat(ImageIO.read(jpeg.toFile()).getHeight())
                .isEqualTo(sheet.image().getHeight());
    }

    @Test
    void refusesOtherFormatsAndEmptySheets(@TempDir Path folder) {
        var sheet = new ContactSheet(2);
        assertThatThrownBy(sheet::image).isInstanceOf(IllegalStateException.class);
        sheet.addRow(patient("A", 1));
        assertThatThrownBy(() -> sheet.write(folder.resolve("sheet.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".png");
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** A grey ball of 80 mm with noise, on a slightly turned grid. */
    private static SheetPatient patient(String caption, long seed) {
        var random = new SplittableRandom(seed);
        Affine turn = Affine.rotation(0, 8);
        var grid = new VoxelGrid(
                96,
                96,
                48,
                Affine.translation(0, 0, 0)
                        .after(turn)
                        .after(Affine.scaling(2, 2, 4))
                        .after(Affine.translation(-47.5, -47.5, -23.5)));
        var values = new float[grid.voxelCount()];
        var inside = new boolean[values.length];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Vec3 p = grid.patientLps(i, j, k);
                    values[n] = (p.length() < 80 ? 600 : 0) + random.nextInt(60);
                    inside[n] = p.minus(BALL_LPS).length() < RADIUS_MM;
                }
            }
        }
        var mask = new Mask(grid, inside);
        var image = new SheetImage(new Volume(grid, values), mask, mask);
        Map<Sequence, SheetImage> images = new EnumMap<>(Sequence.class);
        for (Sequence sequence : Sequence.values()) {
            images.put(sequence, image);
        }
        return new SheetPatient(caption, images);
    }
}
