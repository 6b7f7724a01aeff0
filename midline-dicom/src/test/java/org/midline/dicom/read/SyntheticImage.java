package org.midline.dicom.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/**
 * A made-up MR image of 4 rows and 6 columns, 0.5 mm between rows and 0.8 mm between columns, to be spoilt attribute
 * by attribute. Pixel (row, column) of slice n is {@code 100 n + 10 row + column}.
 */
final class SyntheticImage {
    static final int ROWS = 4;
    static final int COLUMNS = 6;

    private final Attributes dataset = new Attributes();

    /** An axial slice at z = 5 n mm. */
    static SyntheticImage slice(int n) {
        var image = new SyntheticImage();
        Attributes dataset = image.dataset;
        dataset.setString(Tag.SOPClassUID, VR.UI, UID.MRImageStorage);
        dataset.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1000" + n);
        dataset.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1");
        dataset.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2");
        dataset.setString(Tag.FrameOfReferenceUID, VR.UI, "2.25.3");
        dataset.setString(Tag.Modality, VR.CS, "MR");
        dataset.setString(Tag.PatientID, VR.LO, "SYN-1");
        dataset.setString(Tag.PatientName, VR.PN, "Synthetic^One");
        dataset.setString(Tag.StudyDate, VR.DA, "20240102");
        dataset.setString(Tag.SeriesDescription, VR.LO, "synthetic T2");
        dataset.setInt(Tag.SeriesNumber, VR.IS, 7);
        dataset.setInt(Tag.InstanceNumber, VR.IS, 100 - n);
        dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "M");
        dataset.setDouble(Tag.EchoTime, VR.DS, 100);
        dataset.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        dataset.setDouble(Tag.PixelSpacing, VR.DS, 0.5, 0.8);
        dataset.setDouble(Tag.SliceThickness, VR.DS, 99);
        dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
        dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        dataset.setInt(Tag.Rows, VR.US, ROWS);
        dataset.setInt(Tag.Columns, VR.US, COLUMNS);
        image.at(-10, -20, 5 * n).stored(16, 16, 15, false).pixels(pattern(n));
        return image;
    }

    static int[] pattern(int n) {
        var values = new int[ROWS * COLUMNS];
        for (int p = 0; p < values.length; p++) {
            values[p] = 100 * n + 10 * (p / COLUMNS) + p % COLUMNS;
        }
        return values;
    }

    Attributes dataset() {
        return dataset;
    }

    SyntheticImage at(double x, double y, double z) {
        dataset.setDouble(Tag.ImagePositionPatient, VR.DS, x, y, z);
        return this;
    }

    SyntheticImage stored(int bitsAllocated, int bitsStored, int highBit, boolean signed) {
        return integer(Tag.BitsAllocated, VR.US, bitsAllocated)
                .integer(Tag.BitsStored, VR.US, bitsStored)
                .integer(Tag.HighBit, VR.US, highBit)
                .integer(Tag.PixelRepresentation, VR.US, signed ? 1 : 0);
    }

    /** 16-bit samples, as they are to stand in the file. */
    SyntheticImage pixels(int... samples) {
        var bytes = new byte[2 * samples.length];
        for (int p = 0; p < samples.length; p++) {
            bytes[2 * p] = (byte) samples[p];
            bytes[2 * p + 1] = (byte) (samples[p] >> 8);
        }
        dataset.setBytes(Tag.PixelData, VR.OW, bytes);
        return this;
    }

    SyntheticImage text(int tag, VR vr, String... values) {
        dataset.setString(tag, vr, values);
        return this;
    }

    SyntheticImage integer(int tag, VR vr, int value) {
        dataset.setInt(tag, vr, value);
        return this;
    }

    SyntheticImage numbers(int tag, VR vr, double... values) {
        dataset.setDouble(tag, vr, values);
        return this;
    }

    Path write(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new ImageOutputStream(Files.newOutputStream(file), UID.ExplicitVRLittleEndian)) {
            out.writeDataset(dataset.createFileMetaInformation(UID.ExplicitVRLittleEndian), dataset);
        }
        return file;
    }
}
