package org.midline.dicom.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Streams that an {@link ImageReader} of a library decodes: JPEG baseline and lossless, JPEG 2000. */
final class ImageIoDecoder implements FrameDecoder {
    private final String formatName;
    private final String readerPackage;

    private ImageIoDecoder(String formatName, String readerPackage) {
        this.formatName = formatName;
        this.readerPackage = readerPackage;
    }

    /** The JDK's own reader does not know JPEG lossless, so the reader is chosen by its class. */
    static ImageIoDecoder jpeg() {
        return new ImageIoDecoder("jpeg", "com.twelvemonkeys.imageio");
    }

    static ImageIoDecoder jpeg2000() {
        return new ImageIoDecoder("jpeg2000", "com.github.jaiimageio");
    }

    @Override
    public int[] decode(byte[] stream, PixelFormat format) throws IOException {
        ImageReader reader = reader();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width != format.columns() || height != format.rows()) {
                throw new IOException("compressed image of %d rows and %d columns, expected %d and %d"
                        .formatted(height, width, format.rows(), format.columns()));
            }
            Raster raster = reader.canReadRaster()
                    ? reader.readRaster(0, null)
                    : reader.read(0).getRaster();
            if (raster.getNumBands() != 1) {
                throw new IOException("compressed image of %d components, expected 1".formatted(raster.getNumBands()));
            }
            return raster.getSamples(raster.getMinX(), raster.getMinY(), width, height, 0, new int[width * height]);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(formatName); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(readerPackage)) {
                return reader;
            }
        }
        throw new IOException("no decoder for %s is installed".formatted(formatName));
    }
}
