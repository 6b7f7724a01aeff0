package org.midline.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a folder so that its name never holds a part of it: the files go to a hidden folder beside it, which is moved
 * into place in one step. A program that is killed leaves at most the hidden folder, which the next attempt removes.
 */
public final class WholeFolder {

    /** Something that fills a folder, which exists and is empty. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    private WholeFolder() {}

    /** Writes {@code folder}, replacing one that exists; folders that are missing on the way are made. */
    public static void write(Path folder, Content content) throws IOException {
        Path unfinished = unfinished(folder);
        FolderTree.remove(unfinished);
        Files.createDirectories(unfinished);
        try {
            content.writeTo(unfinished);
            remove(folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FolderTree.remove(unfinished);
        }
    }

    /** Removes a folder and all in it, if it exists: its name is gone before the first of its files. */
    public static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path old = folder.resolveSibling(".%s.old".formatted(folder.getFileName()));
            FolderTree.remove(old);
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            FolderTree.remove(old);
        }
    }

    /** The names in a folder, without hidden ones; none if there is no such folder. */
    public static Set<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path unfinished(Path folder) {
        return folder.resolveSibling(".%s.unfinished".formatted(folder.getFileName()));
    }
}
