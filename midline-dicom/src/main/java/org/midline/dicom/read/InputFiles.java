package org.midline.dicom.read;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.midline.core.InputRefusedException;
import org.midline.dicom.SetAside;

/**
 * The files that were given: folders with all that is below them, single files, and what a DICOMDIR lists.
 *
 * @param files each once, in the order of their names
 * @param setAside files that could not be reached
 */
record InputFiles(List<Path> files, List<SetAside> setAside) {
    InputFiles {
        files = List.copyOf(files);
        setAside = List.copyOf(setAside);
    }

    /**
     * @throws InputRefusedException if a path does not exist, a DICOMDIR that was given cannot be read, or there is no
     *     file at all
     */
    static InputFiles of(Collection<Path> filesOrFolders) {
        var files = new TreeSet<Path>();
        var setAside = new ArrayList<SetAside>();
        for (Path given : filesOrFolders) {
            if (Files.isDirectory(given)) {
                walk(given, files, setAside);
            } else if (!Files.exists(given)) {
                throw new InputRefusedException("%s: no such file or folder".formatted(given));
            } else if (DicomDirectory.isNamedSo(given)) {
                DicomDirectory.read(given).collect(files, setAside);
            } else {
                files.add(given);
            }
        }
        if (files.isEmpty()) {
            throw new InputRefusedException(
                    "%s: no files there, expected the DICOM images of a study".formatted(listed(filesOrFolders)));
        }
        return new InputFiles(List.copyOf(files), setAside);
    }

    /** How a message names the input. */
    static String listed(Collection<Path> filesOrFolders) {
        List<String> names = filesOrFolders.stream().map(Path::toString).toList();
        return switch (names.size()) {
            case 0 -> "No input";
            case 1 -> names.get(0);
            default -> "%s and %d more".formatted(names.get(0), names.size() - 1);
        };
    }

    private static void walk(Path folder, Collection<Path> files, List<SetAside> setAside) {
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean hidden = file.getFileName().toString().startsWith(".");
                if (attributes.isRegularFile() && !hidden && !DicomDirectory.isNamedSo(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                setAside.add(new SetAside(
                        file.toString(),
                        "cannot be read (%s)".formatted(e.getClass().getSimpleName())));
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }
}
