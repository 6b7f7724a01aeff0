package org.midline.evaluation.report;

import java.awt.image.BufferedImage;
import java.util.Base64;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.evaluation.picture.Png;
import org.midline.evaluation.picture.ThreePlanes;

/**
 * A case in three planes through the middle of the truth.
 *
 * @param png of {@code width} and {@code height} pixels
 */
public record ExemplarPicture(Exemplar exemplar, PngImage png) {

    /**
     * A PNG file in memory.
     *
     * @param base64 its bytes
     */
    public record PngImage(String base64, int width, int height) {
        static PngImage of(BufferedImage picture) {
            return new PngImage(
                    Base64.getEncoder().encodeToString(Png.bytes(picture)), picture.getWidth(), picture.getHeight());
        }
    }

    /**
     * Draws the contours of truth and proposal over the image.
     *
     * @param truth not empty, unless the proposal is not
     * @param synthetic written into the picture
     */
    public static ExemplarPicture draw(Exemplar exemplar, Volume image, Mask truth, Mask proposal, boolean synthetic) {
        String title = exemplar.evaluation().sequence().title();
        BufferedImage picture = ThreePlanes.comparison(image, truth, proposal, title, synthetic ? "SYNTHETIC" : "")
                .render();
        return new ExemplarPicture(exemplar, PngImage.of(picture));
    }
}
