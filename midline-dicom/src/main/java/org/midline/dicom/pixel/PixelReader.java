package org.midline.dicom.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;

/**
 * The stored values of one monochrome DICOM image object, frame by frame: masked to BitsStored, sign-extended, before
 * any rescale. Whatever goes wrong, in the file or in a decoder, is an {@link IOException} with a one-line reason.
 */
public final class PixelReader {

    /** The frames' bytes, before any decoding of samples. */
    private interface FrameSource {
        int[] samples(int frame) throws IOException;
    }

    private final PixelFormat format;
    private final FrameSource source;

    private PixelReader(PixelFormat format, FrameSource source) {
        this.format = format;
        this.source = source;
    }

    /**
     * Reads the file with its pixel data into memory, still encoded. What follows the pixel data is not read: some
     * writers leave rubbish there.
     */
    public static PixelReader open(Path file) throws IOException {
        try (var in = new ImageInputStream(file.toFile())) {
            Attributes dataset = in.readDataset(-1, Tag.PixelData);
            if (in.tag() != Tag.PixelData) {
                throw new IOException("no pixel data (7FE0,0010)");
            }
            PixelFormat format = PixelFormat.of(dataset);
            return in.length() == -1 ? encapsulated(in, format) : uncompressed(in, format);
        } catch (EOFException e) {
            throw new IOException("the file ends early: truncated", e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException("damaged DICOM structure (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static PixelReader encapsulated(ImageInputStream in, PixelFormat format) throws IOException {
        if (format.bitsAllocated() == 1) {
            throw new IOException("compressed pixel data of 1 bit is not supported: send it uncompressed");
        }
        FrameDecoder decoder = FrameDecoder.of(in.getTransferSyntax());
        var frames = EncapsulatedFrames.read(in, format.frames());
        return new PixelReader(format, frame -> decoder.decode(frames.bytes(frame), format));
    }

    private static PixelReader uncompressed(ImageInputStream in, PixelFormat format) throws IOException {
        if (!isNative(in.getTransferSyntax())) {
            throw new IOException("pixel data is not encapsulated, though the transfer syntax %s says so"
                    .formatted(in.getTransferSyntax()));
        }
        long declared = Integer.toUnsignedLong(in.length());
        long needed = format.bytes();
        if (declared < needed) {
            throw new IOException(
                    "pixel data (7FE0,0010) of %d bytes, expected %d: truncated".formatted(declared, needed));
        }
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IOException("pixel data of %d bytes, more than can be held".formatted(needed));
        }
        boolean words = in.vr() == VR.OW;
        byte[] bytes = in.readNBytes((int) needed);
        if (bytes.length < needed) {
            throw new IOException(
                    "pixel data (7FE0,0010) of %d bytes, expected %d: truncated".formatted(bytes.length, needed));
        }
        var samples = new NativeSamples(bytes, format, in.bigEndian(), words);
        return new PixelReader(format, samples::frame);
    }

    private static boolean isNative(String transferSyntax) {
        return switch (transferSyntax) {
            case UID.ImplicitVRLittleEndian,
                    UID.ExplicitVRLittleEndian,
                    UID.ExplicitVRBigEndianRetired,
                    UID.DeflatedExplicitVRLittleEndian -> true;
            default -> false;
        };
    }

    public int rows() {
        return format.rows();
    }

    public int columns() {
        return format.columns();
    }

    public int frames() {
        return format.frames();
    }

    /**
     * The stored values of a frame, {@code rows x columns}, a row at a time.
     *
     * @param frame from 0
     */
    public int[] storedValues(int frame) throws IOException {
        if (frame < 0 || frame >= format.frames()) {
            throw new IOException("frame %d of %d".formatted(frame + 1, format.frames()));
        }
        int[] values;
        try {
            values = source.samples(frame);
        } catch (EOFException e) {
            throw new IOException("pixel data of frame %d ends early: truncated".formatted(frame + 1), e);
        } catch (RuntimeException e) {
            throw new IOException(
                    "pixel data of frame %d is damaged (%s)"
                            .formatted(frame + 1, e.getClass().getSimpleName()),
                    e);
        }
        for (int n = 0; n < values.length; n++) {
            values[n] = format.storedValue(values[n]);
        }
        return values;
    }
}
