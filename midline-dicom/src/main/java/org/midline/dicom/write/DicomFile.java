package org.midline.dicom.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageEncodingOptions;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** A DICOM Part 10 file. */
final class DicomFile {
    private static final ImageEncodingOptions DEFINED_LENGTHS =
            new ImageEncodingOptions(false, false, false, false, false);

    private DicomFile() {}

    /** Writes the data set; an interrupted write leaves whatever was at {@code file} before. */
    static void writeAtomically(Path file, Attributes dataset, String transferSyntaxUid) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, ".midline-", ".part");
        try {
            write(unfinished, dataset, transferSyntaxUid);
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path file, Attributes dataset, String transferSyntaxUid) throws IOException {
        try (var bytes = new BufferedOutputStream(Files.newOutputStream(file));
                var out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
            out.setEncodingOptions(DEFINED_LENGTHS);
            out.writeDataset(fileMetaInformation(dataset, transferSyntaxUid), dataset);
        }
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
