package org.midline.phantom.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.midline.core.InputRefusedException;

/**
 * Many patients' anatomies and tumours without images, compressed in memory: about 0.3 MB a patient for the region, 0.1
 * MB for the head. Safe to use from many threads.
 */
public final class AnatomyLibrary {
    static final String SUFFIX = ".anatomy";

    private final View view;
    private final List<AnatomyEntry> entries;
    private final String fingerprint;

    private AnatomyLibrary(View view, List<AnatomyEntry> entries, String fingerprint) {
        this.view = view;
        this.entries = List.copyOf(entries);
        this.fingerprint = fingerprint;
    }

    static AnatomyLibrary of(View view, List<AnatomyEntry> entries) {
        return new AnatomyLibrary(view, entries, "in memory");
    }

    /**
     * Reads a folder that {@link AnatomyLibraryWriter} has filled.
     *
     * @param progress told how many patients have been read, after each
     * @throws InputRefusedException if the folder holds no anatomies, or a file of it is foreign or damaged
     */
    public static AnatomyLibrary read(Path folder, View view, IntConsumer progress) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new InputRefusedException(
                    "%s: no anatomies (files %s) in this folder; make some with 'midline phantom anatomies'"
                            .formatted(folder, "*" + SUFFIX));
        }
        List<AnatomyEntry> entries = new ArrayList<>();
        var crc = new CRC32();
        for (Path file : files) {
            AnatomyFile.Read read = AnatomyFile.read(file, Set.of(view));
            if (!read.entry().maps().containsKey(view)) {
                throw new InputRefusedException("%s: an anatomy without the view %s; make the library again"
                        .formatted(file, view.name().toLowerCase(Locale.ROOT)));
            }
            entries.add(read.entry());
            crc.update(Integer.toString(read.checksum()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            progress.accept(entries.size());
        }
        return new AnatomyLibrary(view, entries, "%08x".formatted(crc.getValue()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputRefusedException("%s: no such folder".formatted(folder));
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public View view() {
        return view;
    }

    /** How many patients. */
    public int size() {
        return entries.size();
    }

    public AnatomyFacts facts(int patient) {
        return entries.get(patient).facts();
    }

    /** The same for the same patients in the same order, and hardly for any others. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Memory that the patients take, nearly. */
    public long packedBytes() {
        return entries.stream().mapToLong(AnatomyEntry::packedBytes).sum();
    }

    AnatomyEntry entry(int patient) {
        return entries.get(patient);
    }
}
