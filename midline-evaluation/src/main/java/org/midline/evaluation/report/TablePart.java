package org.midline.evaluation.report;

import java.util.List;

/** A {@link ReportTable} on the page. */
final class TablePart {
    /** As in "0.123 to 0.456"; what is longer are words, and may be broken over lines. */
    private static final int LONGEST_NUMBER = 18;

    private final HtmlWriter html;

    TablePart(HtmlWriter html) {
        this.html = html;
    }

    void append(ReportTable table) {
        html.open("section", "class", "figures").leaf("h2", table.title());
        html.open("table", "class", "summary").open("thead").open("tr");
        for (int n = 0; n < table.head().size(); n++) {
            html.leaf("th", table.head().get(n), "scope", "col", "class", n == 0 ? "" : "number");
        }
        html.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr").leaf("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(cell -> html.leaf("td", cell, "class", isLong(cell) ? "words" : "number"));
            html.close();
        }
        html.close().close();
        if (!table.note().isEmpty()) {
            html.leaf("p", table.note(), "class", "note");
        }
        html.close();
    }

    private static boolean isLong(String cell) {
        return cell.length() > LONGEST_NUMBER;
    }
}
