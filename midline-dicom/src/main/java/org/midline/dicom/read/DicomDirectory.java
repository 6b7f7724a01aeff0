package org.midline.dicom.read;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.midline.core.InputRefusedException;
import org.midline.dicom.SetAside;

/**
 * A DICOMDIR: the list of the files on a medium.
 *
 * @param fileIds Referenced File IDs, as path components relative to the folder of the DICOMDIR
 */
record DicomDirectory(Path file, List<List<String>> fileIds) {

    static boolean isNamedSo(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toUpperCase(Locale.ROOT).equals("DICOMDIR");
    }

    /** @throws InputRefusedException if it cannot be read as a directory */
    static DicomDirectory read(Path file) {
        try {
            Sequence records = DicomHeader.read(file).dataset().getSequence(Tag.DirectoryRecordSequence);
            if (records == null) {
                throw new UnusableException("no directory records (0004,1220)");
            }
            var fileIds = new ArrayList<List<String>>();
            for (Attributes each : records) {
                String[] components = each.getStrings(Tag.ReferencedFileID);
                if (components != null && components.length > 0) {
                    fileIds.add(List.of(components));
                }
            }
            return new DicomDirectory(file, List.copyOf(fileIds));
        } catch (UnusableException | RuntimeException e) {
            throw new InputRefusedException("%s: not a readable DICOMDIR: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Adds the files that exist; those that do not are set aside. */
    void collect(Collection<Path> files, List<SetAside> setAside) {
        for (List<String> fileId : fileIds) {
            Optional<Path> found = find(fileId);
            if (found.isPresent()) {
                files.add(found.get());
            } else {
                setAside.add(new SetAside(String.join("/", fileId), "listed in " + file + ", but not there"));
            }
        }
    }

    /** File IDs are in capitals; media copied elsewhere often are not. A path that leaves the folder is not followed. */
    private Optional<Path> find(List<String> fileId) {
        Path folder = file.toAbsolutePath().getParent();
        for (boolean lowerCase : new boolean[] {false, true}) {
            Path path = folder;
            try {
                for (String component : fileId) {
                    path = path.resolve(lowerCase ? component.toLowerCase(Locale.ROOT) : component);
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
            if (path.normalize().startsWith(folder.normalize()) && Files.isRegularFile(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
