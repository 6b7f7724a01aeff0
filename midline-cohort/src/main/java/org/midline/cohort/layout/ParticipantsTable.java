package org.midline.cohort.layout;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;

/**
 * {@code participants.tsv}, as BIDS has it: a row for each person with {@code participant_id} and, of what else there is,
 * {@code site} (or centre, center, institution) and {@code split}. It may lie in a folder of any layout.
 */
public final class ParticipantsTable {
    /** The file's name, in the cohort's folder. */
    public static final String FILE_NAME = "participants.tsv";

    private static final List<String> SITE = List.of("site", "centre", "center", "institution");

    private final Map<String, String> sites = new HashMap<>();
    private final Map<String, Split> splits = new HashMap<>();

    private ParticipantsTable() {}

    /**
     * Reads the table of a folder; one without rows if there is no such file.
     *
     * @throws InputRefusedException if it has no column {@code participant_id}, or a split that does not exist
     */
    public static ParticipantsTable read(Path folder) {
        var table = new ParticipantsTable();
        Path file = folder.resolve(FILE_NAME);
        if (Files.isRegularFile(file)) {
            try {
                table.take(file, Files.readAllLines(file));
            } catch (MalformedInputException e) {
                throw new InputRefusedException(file + ": not text in UTF-8", e);
            } catch (IOException e) {
                throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
            }
        }
        return table;
    }

    private void take(Path file, List<String> lines) {
        List<String> head = lines.isEmpty()
                ? List.of()
                : cells(lines.get(0).replace("\uFEFF", "").toLowerCase(Locale.ROOT));
        int id = head.indexOf("participant_id");
        if (id < 0) {
            throw new InputRefusedException(
                    "%s: no column 'participant_id' in its first line, expected columns with tabs between them"
                            .formatted(file));
        }
        int site = SITE.stream()
                .mapToInt(head::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
        int split = head.indexOf("split");
        for (int n = 1; n < lines.size(); n++) {
            List<String> row = cells(lines.get(n));
            if (row.size() > id && !row.get(id).isEmpty()) {
                String key = key(row.get(id));
                value(row, site).ifPresent(name -> sites.put(key, name));
                try {
                    value(row, split).ifPresent(name -> splits.put(key, Split.ofKey(name)));
                } catch (IllegalArgumentException e) {
                    throw new InputRefusedException("%s: line %d: %s".formatted(file, n + 1, e.getMessage()), e);
                }
            }
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    }

    /** BIDS writes n/a for what is not known. */
    private static Optional<String> value(List<String> row, int column) {
        return column < 0
                        || column >= row.size()
                        || row.get(column).isEmpty()
                        || row.get(column).equals("n/a")
                ? Optional.empty()
                : Optional.of(row.get(column));
    }

    private static String key(String person) {
        return person.replaceFirst("^sub-", "");
    }

    /** The site of a person. */
    public Optional<String> site(String person) {
        return Optional.ofNullable(sites.get(key(person)));
    }

    /** The split of a person. */
    public Optional<Split> split(String person) {
        return Optional.ofNullable(splits.get(key(person)));
    }
}
