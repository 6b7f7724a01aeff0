package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;
import org.midline.core.file.FolderTree;

/**
 * A folder of results that appears when it is complete. The files are made in a hidden folder nearby; what is not
 * published is removed again, also when the program is stopped.
 */
final class OutputFolder implements AutoCloseable {
    private static final AtomicLong SERIAL = new AtomicLong();

    private final Path folder;
    private final Path unfinished;
    private final Thread cleaner;

    private OutputFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
        this.cleaner = new Thread(() -> removeQuietly(unfinished), "remove-unfinished-results");
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /**
     * Begins to fill a folder.
     *
     * @param replace whether results of an earlier run may be replaced; files that Midline did not write are never
     *     touched
     * @param marker a file that every result of this kind has: a folder that holds anything and not this is refused
     * @throws InputRefusedException if the folder holds something already, or nothing can be written there
     */
    static OutputFolder begin(Path folder, String marker, boolean replace) {
        return begin(folder, marker, Set.of(), replace);
    }

    /**
     * Begins to fill a folder in which an earlier run, interrupted, left part of its work.
     *
     * @param work the name of the folder with that work, which may be there already
     */
    static OutputFolder resume(Path folder, String marker, String work, boolean replace) {
        return begin(folder, marker, Set.of(work), replace);
    }

    private static OutputFolder begin(Path folder, String marker, Set<String> work, boolean replace) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
                throw new InputRefusedException(folder + ": a file of this name exists; give another --out");
            }
            if (!holdsAtMost(absolute, work)) {
                if (!Files.exists(absolute.resolve(marker))) {
                    throw new InputRefusedException(folder + ": the folder is not empty; give a new one with --out");
                }
                if (!replace) {
                    throw new InputRefusedException(
                            folder + ": holds an earlier result; give a new folder, or --overwrite to replace it");
                }
            }
            Path unfinished = existingAncestor(absolute)
                    .resolve(".midline-%d-%d".formatted(ProcessHandle.current().pid(), SERIAL.incrementAndGet()));
            return new OutputFolder(absolute, Files.createDirectory(unfinished));
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be written (%s); give another --out".formatted(folder, e), e);
        }
    }

    /** Where to put the files until they are published. */
    Path unfinished() {
        return unfinished;
    }

    /**
     * Moves everything into place. Of an earlier result, the files named by the patterns are removed first.
     *
     * @param earlier glob patterns of file names that may be left from an earlier run
     */
    void publish(List<String> earlier) throws IOException {
        if (isEmpty(folder)) {
            Files.deleteIfExists(folder);
            Files.createDirectories(folder.getParent());
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (String pattern : earlier) {
            try (var files = Files.newDirectoryStream(folder, pattern)) {
                for (Path file : files) {
                    FolderTree.remove(file);
                }
            }
        }
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        removeQuietly(unfinished);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running: it does the same
        }
    }

    /** Folders that are missing on the way are made when the result is published, not before. */
    private static Path existingAncestor(Path folder) {
        Path ancestor = folder.getParent() == null ? folder : folder.getParent();
        while (!Files.exists(ancestor)) {
            ancestor = ancestor.getParent();
        }
        return ancestor;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        return holdsAtMost(folder, Set.of());
    }

    private static boolean holdsAtMost(Path folder, Set<String> names) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> names.contains(file.getFileName().toString()));
        }
    }

    private static void removeQuietly(Path path) {
        try {
            FolderTree.remove(path);
        } catch (IOException leftBehind) {
            // a hidden folder stays: nothing that could be taken for a result
        }
    }
}
