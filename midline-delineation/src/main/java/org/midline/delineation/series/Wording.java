package org.midline.delineation.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A description in lower case with all separators turned into single blanks; {@code +} and {@code *} stay. */
record Wording(String text) {

    static Wording of(List<String> descriptions) {
        String joined = String.join(" ", descriptions).toLowerCase(Locale.ROOT);
        return new Wording(joined.replaceAll("[^\\p{L}\\p{N}+*]+", " ").strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The words that match, if any. Patterns match whole words: they begin and end at a blank or an end. */
    Optional<String> find(Pattern words) {
        Matcher matcher = words.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }

    /** A pattern for any of some words, each a regular expression. */
    static Pattern words(String... alternatives) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}*])");
    }
}
