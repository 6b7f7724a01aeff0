package org.midline.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as text in aligned columns: some columns to the left, then numbers to the right. */
public final class AlignedText {
    private final int leftColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param leftColumns the number of columns, from the first, whose text is aligned to the left */
    public AlignedText(int leftColumns) {
        this.leftColumns = leftColumns;
    }

    /** A row; rows may be of different lengths. */
    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Lines without trailing blanks, each ended by a newline. */
    public String text(String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder(indent);
            for (int c = 0; c < row.size(); c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? "" : "  ");
                line.append(c < leftColumns ? row.get(c) + padding : padding + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
