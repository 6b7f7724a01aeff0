package org.midline.dicom.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Streams that an {@link ImageReader} of a library decodes: JPEG baseline and lossless, JPEG 2000. */
final class ImageIoDecoder implements FrameDecoder {
    private final String providerClass;

    private ImageIoDecoder(String providerClass) {
        this.providerClass = providerClass;
    }

    /** The JDK's own reader does not know JPEG lossless, so the reader is chosen by its class. */
    static ImageIoDecoder jpeg() {
        return new ImageIoDecoder("com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi");
    }

    static ImageIoDecoder jpeg2000() {
        return new ImageIoDecoder("com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi");
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

    /** Only the provider wanted is touched: others on the class path may lack their native libraries. */
    private ImageReader reader() throws IOException {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals(providerClass)) {
                return provider.createReaderInstance();
            }
        }
        throw new IOException("the decoder %s is not installed".formatted(providerClass));
    }
}
