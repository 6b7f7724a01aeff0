package org.midline.phantom.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.midline.core.file.WholeFile;

/** Pictures as files of modest size. */
final class PictureFile {
    private static final float JPEG_QUALITY = 0.8f;

    private PictureFile() {}

    /** @throws IllegalArgumentException unless the name ends in .png, .jpg or .jpeg */
    static void write(Path file, BufferedImage image) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean jpeg = name.endsWith(".jpg") || name.endsWith(".jpeg");
        if (!jpeg && !name.endsWith(".png")) {
            throw new IllegalArgumentException("Picture file " + file + ": expected a name in .png, .jpg or .jpeg");
        }
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (jpeg) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        WholeFile.write(file, bytes::writeTo);
    }
}
