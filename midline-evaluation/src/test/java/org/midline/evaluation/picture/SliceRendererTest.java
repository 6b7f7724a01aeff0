package org.midline.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class SliceRendererTest {
    private static final double MM_PER_PIXEL = 0.5;
    private static final FieldOfView FIELD = new FieldOfView(new Vec3(-40, -45, -50), new Vec3(40, 45, 50));
    private static final Window WINDOW = new Window(0, 1000);

    private static SliceRenderer slice(Volume volume, Plane plane, Vec3 through) {
        return new SliceRenderer(volume, WINDOW, plane, through, FIELD, MM_PER_PIXEL);
    }

    @ParameterizedTest
    @EnumSource(Plane.class)
    void aBallIsRoundInTrueMillimetresWhateverTheGrid(Plane plane) {
        var centre = new Vec3(6, -8, 10);
        Volume head = ObliqueHead.withBrightSpot(centre);
        Shape path = slice(head, plane, centre).outlinePath(ObliqueHead.ball(ObliqueHead.GRID, centre, 15));
        Rectangle2D bounds = path.getBounds2D();
        assertThat(bounds.getWidth() * MM_PER_PIXEL).isCloseTo(30, within(3.0));
        assertThat(bounds.getHeight() * MM_PER_PIXEL).isCloseTo(30, within(3.0));
        Vec3 fromMiddle = centre.minus(FIELD.centreLps());
        Vec3 extent = FIELD.highLps().minus(FIELD.lowLps());
        double x = (plane.rightLps().dot(fromMiddle) + Math.abs(plane.rightLps().dot(extent)) / 2) / MM_PER_PIXEL;
        double y = (plane.downLps().dot(fromMiddle) + Math.abs(plane.downLps().dot(extent)) / 2) / MM_PER_PIXEL;
        assertThat(bounds.getCenterX()).isCloseTo(x, within(2.5));
        assertThat(bounds.getCenterY()).isCloseTo(y, within(2.5));
    }

    @ParameterizedTest
    @EnumSource(Plane.class)
    void theOutlineOfAFineBallIsTrueToAPixel(Plane plane) {
        var grid = VoxelGrid.axisAligned(61, 61, 61, 0.5, 0.5, 0.5);
        Mask ball = ObliqueHead.ball(grid, new Vec3(15, 15, 15), 10);
        var field = new FieldOfView(new Vec3(0, 0, 0), new Vec3(30, 30, 30));
        var renderer = new SliceRenderer(
                new Volume(grid, new float[grid.voxelCount()]), WINDOW, plane, new Vec3(15, 15, 15), field, 0.1);
        Rectangle2D bounds = renderer.outlinePath(ball).getBounds2D();
        assertThat(bounds.getCenterX()).isCloseTo(150, within(0.01));
        assertThat(bounds.getCenterY()).isCloseTo(150, within(0.01));
        assertThat(bounds.getWidth() * 0.1).isCloseTo(20.5, within(0.1));
    }

    @Test
    void thePatientsLeftIsOnTheRightOfThePicture() {
        var left = new Vec3(20, 0, 0);
        Volume head = ObliqueHead.withBrightSpot(left);
        assertThat(brightest(slice(head, Plane.AXIAL, left)).getCenterX()).isGreaterThan(90);
        assertThat(brightest(slice(head, Plane.CORONAL, left)).getCenterX()).isGreaterThan(90);
    }

    @Test
    void posteriorIsDownInAxialAndRightInSagittal() {
        var posterior = new Vec3(0, 20, 0);
        Volume head = ObliqueHead.withBrightSpot(posterior);
        assertThat(brightest(slice(head, Plane.AXIAL, posterior)).getCenterY()).isGreaterThan(100);
        assertThat(brightest(slice(head, Plane.SAGITTAL, posterior)).getCenterX())
                .isGreaterThan(100);
    }

    @Test
    void superiorIsUp() {
        var superior = new Vec3(0, 0, 20);
        Volume head = ObliqueHead.withBrightSpot(superior);
        assertThat(brightest(slice(head, Plane.CORONAL, superior)).getCenterY()).isLessThan(90);
        assertThat(brightest(slice(head, Plane.SAGITTAL, superior)).getCenterY())
                .isLessThan(90);
    }

    @Test
    void outsideTheVolumeIsBlackAndOutlinesAreColoured() {
        Volume head = ObliqueHead.withBrightSpot(new Vec3(0, 0, 0));
        var renderer =
                new SliceRenderer(head, WINDOW, Plane.AXIAL, new Vec3(0, 0, 0), FIELD.grownBy(100), MM_PER_PIXEL);
        Mask ball = ObliqueHead.ball(ObliqueHead.GRID, new Vec3(0, 0, 0), 15);
        BufferedImage plain = renderer.render(List.of());
        assertThat(plain.getRGB(0, 0)).isEqualTo(0xFF000000);
        assertThat(coloured(plain)).isZero();
        assertThat(coloured(renderer.render(List.of(Outline.proposal(ball))))).isGreaterThan(150);
        assertThat(coloured(renderer.render(List.of(Outline.truth(Mask.empty(ObliqueHead.GRID))))))
                .isZero();
    }

    private static int coloured(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                if (Math.abs((rgb & 255) - (rgb >> 16 & 255)) > 60) {
                    count++;
                }
            }
        }
        return count;
    }

    private static Rectangle2D brightest(SliceRenderer renderer) {
        BufferedImage image = renderer.render(List.of());
        Rectangle2D bounds = new Rectangle2D.Double();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 255) > 180) {
                    var pixel = new Rectangle2D.Double(x, y, 1, 1);
                    bounds = bounds.isEmpty() ? pixel : bounds.createUnion(pixel);
                }
            }
        }
        assertThat(bounds.isEmpty()).isFalse();
        return bounds;
    }
}
