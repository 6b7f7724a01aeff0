package org.midline.dicom.pixel;

import java.io.IOException;

/** Turns the compressed bit stream of one frame into samples. */
interface FrameDecoder {

    /**
     * The samples of a frame, a row at a time, the stored value in the lowest bits.
     *
     * @throws IOException with a one-line reason if the stream is damaged or of another size than declared
     */
    int[] decode(byte[] stream, PixelFormat format) throws IOException;

    /**
     * The decoder of a transfer syntax.
     *
     * @throws IOException naming the transfer syntax, if there is none
     */
    static FrameDecoder of(String transferSyntax) throws IOException {
        return switch (transferSyntax) {
            case "1.2.840.10008.1.2.5" -> new RleDecoder();
            case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70" -> ImageIoDecoder.jpeg();
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> new JpegLsDecoder();
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> ImageIoDecoder.jpeg2000();
            case "1.2.840.10008.1.2.4.51" ->
                throw new IOException(
                        "transfer syntax 1.2.840.10008.1.2.4.51 (JPEG lossy, 12 bit) is not supported: send it uncompressed");
            default ->
                throw new IOException(
                        "transfer syntax %s is not supported: send it uncompressed".formatted(transferSyntax));
        };
    }
}
