package org.midline.dicom.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageEncodingOptions;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.midline.core.file.WholeFile;

/** A DICOM Part 10 file. */
final class DicomFile {
    private static final ImageEncodingOptions DEFINED_LENGTHS =
            new ImageEncodingOptions(false, false, false, false, false);

    private DicomFile() {}

    /** Writes the data set; an interrupted write leaves whatever was at {@code file} before. */
    static void write(Path file, Attributes dataset, String transferSyntaxUid) throws IOException {
        WholeFile.write(file, stream -> writeTo(stream, dataset, transferSyntaxUid));
    }

    static void writeTo(OutputStream stream, Attributes dataset, String transferSyntaxUid) throws IOException {
        var out = new ImageOutputStream(stream, UID.ExplicitVRLittleEndian);
        out.setEncodingOptions(DEFINED_LENGTHS);
        out.writeDataset(fileMetaInformation(dataset, transferSyntaxUid), dataset);
        out.flush();
    }

    private static Attributes fileMetaInformation(Attributes dataset, String transferSyntaxUid) {
        var meta = new Attributes();
        meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, dataset.getString(Tag.SOPClassUID));
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, dataset.getString(Tag.SOPInstanceUID));
        meta.setString(Tag.TransferSyntaxUID, VR.UI, transferSyntaxUid);
        meta.setString(Tag.ImplementationClassUID, VR.UI, Implementation.CLASS_UID);
        meta.setString(Tag.ImplementationVersionName, VR.SH, Implementation.VERSION_NAME);
        return meta;
    }
}
