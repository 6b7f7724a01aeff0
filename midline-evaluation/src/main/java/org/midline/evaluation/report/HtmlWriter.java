package org.midline.evaluation.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds HTML in which every text and attribute is escaped and every element closed. */
final class HtmlWriter {
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as names and values in turn. */
    HtmlWriter open(String tag, String... attributes) {
        start(tag, attributes);
        html.append('\n');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    HtmlWriter close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** A whole element that holds only text. */
    HtmlWriter leaf(String tag, String text, String... attributes) {
        start(tag, attributes);
        html.append(escaped(text)).append("</").append(tag).append(">\n");
        return this;
    }

    /** An element that has no end tag, such as meta or img. */
    HtmlWriter single(String tag, String... attributes) {
        start(tag, attributes);
        html.append('\n');
        return this;
    }

    HtmlWriter text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** The style sheet, as it is. */
    HtmlWriter style(String css) {
        if (css.contains("</")) {
            throw new IllegalArgumentException("A style sheet must not hold an end tag");
        }
        html.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** A script, as it is. */
    HtmlWriter script(String code) {
        if (code.contains("</")) {
            throw new IllegalArgumentException("A script must not hold an end tag");
        }
        html.append("<script>").append(code).append("</script>\n");
        return this;
    }

    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements left open: " + open);
        }
        return "<!DOCTYPE html>\n" + html;
    }

    private void start(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int n = 0; n < attributes.length; n += 2) {
            html.append(' ')
                    .append(attributes[n])
                    .append("=\"")
                    .append(escaped(attributes[n + 1]))
                    .append('"');
        }
        html.append('>');
    }

    /** For text and quoted attributes; characters that HTML does not allow become U+FFFD. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.appendCodePoint(c);
                default ->
                    escaped.appendCodePoint(
                            Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }
}
