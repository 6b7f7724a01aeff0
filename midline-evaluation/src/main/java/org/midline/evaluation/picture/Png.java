package org.midline.evaluation.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.midline.core.file.WholeFile;

/** Pictures as PNG, without a date or other text inside. */
public final class Png {

    private Png() {}

    public static byte[] bytes(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This Java has no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static void write(Path file, BufferedImage image) throws IOException {
        byte[] bytes = bytes(image);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
