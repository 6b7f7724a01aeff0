package org.midline.dicom.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.midline.dicom.PatientStudy;

/** The attributes of a DICOM file before its pixel data: the border to the DICOM library, where its exceptions end. */
record DicomHeader(Path file, Attributes dataset) {
    private static final int PREAMBLE_BYTES = 128;
    private static final String NOT_DICOM = "not a DICOM file";

    /**
     * Reads the attributes of a file up to its pixel data.
     *
     * @throws UnusableException if the file cannot be read, is not DICOM or ends early
     */
    static DicomHeader read(Path file) throws UnusableException {
        try {
            requireDicom(file);
            try (var in = new ImageInputStream(file.toFile())) {
                Attributes dataset = in.readDataset(-1, Tag.PixelData);
                if (!dataset.containsValue(Tag.SOPClassUID) && !dataset.contains(Tag.DirectoryRecordSequence)) {
                    throw new UnusableException(NOT_DICOM + " image: it has no SOPClassUID (0008,0016)");
                }
                return new DicomHeader(file, dataset);
            }
        } catch (EOFException e) {
            throw new UnusableException("the file ends early: truncated", e);
        } catch (IOException e) {
            throw new UnusableException("cannot be read: " + oneLine(e), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnusableException(
                    "damaged DICOM structure (%s)".formatted(e.getClass().getSimpleName()), e);
        }
    }

    String seriesInstanceUid() {
        return MrAttributesReader.text(dataset, Tag.SeriesInstanceUID);
    }

    /** @throws UnusableException if the values cannot be decoded */
    PatientStudy patientStudy() throws UnusableException {
        try {
            return MrAttributesReader.patientStudy(dataset);
        } catch (RuntimeException e) {
            throw new UnusableException(
                    "damaged attributes (%s)".formatted(e.getClass().getSimpleName()), e);
        }
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Either the prefix DICM, or, for old files without it, a first attribute of group 0002 or 0008. */
    private static void requireDicom(Path file) throws IOException, UnusableException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(PREAMBLE_BYTES + 4);
        }
        if (start.length == 0) {
            throw new UnusableException("the file is empty");
        }
        boolean prefix = start.length == PREAMBLE_BYTES + 4
                && new String(start, PREAMBLE_BYTES, 4, StandardCharsets.US_ASCII).equals("DICM");
        if (prefix) {
            return;
        }
        if (start.length >= 8) {
            int group = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
            if (group == 0x0002 || group == 0x0008 || group == 0x0200 || group == 0x0800) {
                return;
            }
        }
        throw new UnusableException(NOT_DICOM);
    }
}
