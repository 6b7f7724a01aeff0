package org.midline.cohort.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.midline.core.Sequence;

/** Which sequence people mean by a name. */
final class SequenceNames {
    private static final Pattern T1C = Pattern.compile(
            "(c|ce|gd|gad|km|post)t1w?|t1(w|weighted)?(c|ce|gd|gad|gado|gadolinium|km|post\\w*|contrast(enhanced)?)");

    private SequenceNames() {}

    /** The sequence of a channel's name such as "T1-Gd", "t2w" or "FLAIR"; empty for others, plain T1 among them. */
    static Optional<Sequence> ofChannel(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("*", "star").replaceAll("[^a-z0-9]", "");
        if (plain.contains("flair") || plain.equals("t2f")) {
            return Optional.of(Sequence.FLAIR);
        }
        if (plain.startsWith("t2") && !plain.contains("star")) {
            return Optional.of(Sequence.T2);
        }
        return T1C.matcher(plain).matches() ? Optional.of(Sequence.T1C) : Optional.empty();
    }
}
