package org.midline.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class ThreePlanesTest {
    private static final Vec3 SPOT = new Vec3(10, 5, -5);
    private static final Volume HEAD = ObliqueHead.withBrightSpot(SPOT);
    private static final Outline PROPOSAL = Outline.proposal(ObliqueHead.ball(ObliqueHead.GRID, SPOT, 8));

    @Test
    void overviewHoldsTheHeadAndLooksAtTheTumour() {
        var planes = ThreePlanes.overview(HEAD, List.of(PROPOSAL), "T2", "SYNTHETIC");
        assertThat(planes.focusLps().minus(SPOT).length()).isLessThan(3);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(planes.field().lowLps().component(axis)).isCloseTo(-43, within(6.0));
            assertThat(planes.field().highLps().component(axis)).isCloseTo(43, within(6.0));
        }
    }

    @Test
    void closeUpIsCloser() {
        var closeUp = ThreePlanes.closeUp(HEAD, List.of(PROPOSAL), "T2", "");
        assertThat(closeUp.mmPerPixel())
                .isLessThan(
                        ThreePlanes.overview(HEAD, List.of(PROPOSAL), "T2", "").mmPerPixel());
        assertThat(closeUp.field().largestExtentMm()).isBetween(2 * (8 + 15.0), 2 * (8 + 15 + 8.0));
    }

    @Test
    void sameInputSameBytesAndAReadablePng() throws Exception {
        BufferedImage picture =
                ThreePlanes.overview(HEAD, List.of(PROPOSAL), "T2", "SYNTHETIC").render();
        byte[] png = Png.bytes(picture);
        assertThat(Png.bytes(ThreePlanes.overview(HEAD, List.of(PROPOSAL), "T2", "SYNTHETIC")
                        .render()))
                .isEqualTo(png);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getWidth()).isEqualTo(picture.getWidth()).isCloseTo(1130, within(3));
        assertThat(read.getRGB(300, 200)).isEqualTo(picture.getRGB(300, 200));
    }

    @Test
    void writesAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("three.png");
        Png.write(file, ThreePlanes.closeUp(HEAD, List.of(PROPOSAL), "T2", "").render());
        assertThat(ImageIO.read(file.toFile())).isNotNull();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theNoteIsInThePicture() {
        BufferedImage without = ThreePlanes.overview(HEAD, List.of(), "T2", "").render();
        BufferedImage with =
                ThreePlanes.overview(HEAD, List.of(), "T2", "SYNTHETIC").render();
        int differing = 0;
        for (int y = 0; y < with.getHeight(); y++) {
            for (int x = 0; x < with.getWidth(); x++) {
                differing += with.getRGB(x, y) == without.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(differing).isGreaterThan(3 * 200);
    }

    @Test
    void emptyAndFlatVolumesAreShownNotFailed() {
        var grid = VoxelGrid.axisAligned(5, 4, 1, 2, 2, 5);
        var flat = new Volume(grid, new float[20]);
        assertThat(ThreePlanes.overview(flat, List.of(Outline.truth(Mask.empty(grid))), "T2", "")
                        .render())
                .isNotNull();
        var notNumbers = new float[20];
        Arrays.fill(notNumbers, Float.NaN);
        assertThat(ThreePlanes.overview(new Volume(grid, notNumbers), List.of(), "T2", "")
                        .render())
                .isNotNull();
    }

    @Test
    void positionNamesTheSide() {
        assertThat(Plane.AXIAL.position(new Vec3(1, 2, -3.25))).isEqualTo("I 3.3 mm");
        assertThat(Plane.SAGITTAL.position(new Vec3(1, 2, -3))).isEqualTo("L 1.0 mm");
        assertThat(Plane.CORONAL.position(new Vec3(1, -2, -3))).isEqualTo("A 2.0 mm");
    }

    @Test
    void windowLeavesAirAndOutliersOut() {
        var grid = VoxelGrid.axisAligned(100, 100, 1, 1, 1, 1);
        var values = new float[10_000];
        for (int n = 0; n < 3000; n++) {
            values[n] = 100 + n / 10f;
        }
        values[0] = 1e6f;
        values[1] = Float.NaN;
        Window window = Window.of(new Volume(grid, values));
        assertThat(window.low()).isZero();
        assertThat(window.high()).isBetween(390.0, 400.0);
        assertThat(window.grey(Float.NaN)).isZero();
        assertThat(window.grey(1e9f)).isEqualTo(255);
    }
}
