package org.midline.delineation.series;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.midline.dicom.MrAttributes;

/**
 * What SeriesDescription, ProtocolName and SequenceName say, in the words of several makers and languages.
 *
 * @param weighting by its words; {@code UNTOLD} if they name none
 * @param word the word that told it, or empty
 */
record DescriptionEvidence(Weighting weighting, String word) {

    private static final Pattern T1_WORDS = Wording.words(
            "t1\\p{L}*",
            "3dt1",
            "mp ?rage\\d*",
            "mprage\\p{L}*",
            "bravo",
            "ir ?f?spgr",
            "f?spgr",
            "tfl3d\\w*",
            "vibe",
            "t1 ?flair");
    private static final Pattern T1_FLAIR_WORDS = Wording.words("t1w? ?(?:\\p{L}+ )?(?:flair|tirm)", "t1flair");
    private static final Pattern FLAIR_WORDS = Wording.words(
            "(?:t2)?flair(?:3d|2d)?",
            "[23]dflair",
            "dark ?fl\\p{L}*",
            "da ?fl",
            "tirm\\d*\\p{L}*",
            "tir2d\\w*",
            "spcir\\w*",
            "t2 ir");
    private static final Pattern T2_WORDS = Wording.words("t2\\p{L}*", "frfse");
    private static final Pattern PROTON_DENSITY_WORDS = Wording.words("pd", "pdw", "dp", "proton density");
    private static final Pattern STIR_WORDS = Wording.words("stir");

    private static final Pattern CONTRAST_WORDS = Wording.words(
            "\\+ ?c",
            "c ?\\+",
            "t1 ?\\+",
            "t1c",
            "t1 ?ce",
            "ce ?t1",
            "ce",
            "\\+?gd",
            "t1w?gd",
            "gad",
            "gado\\p{L}*",
            "post(?:gd|gad|contrast|con)?(?! fossa)",
            "contrast",
            "contraste",
            "contrasto",
            "contrasted",
            "enhanced",
            "\\+ ?km",
            "km",
            "nach km",
            "mit km",
            "mdc",
            "\\+? ?inj\\p{L}*",
            "dotarem",
            "magnevist",
            "prohance",
            "clariscan",
            "vueway",
            "контраст\\p{L}*",
            "造影",
            "增强");
    private static final Pattern NO_CONTRAST_WORDS = Wording.words(
            "pre(?: ?(?:gd|gad|contrast|con|km))?",
            "precontrast",
            "w ?o(?: contrast)?",
            "without(?: contrast)?",
            "nativ\\p{L}*",
            "ohne(?: km)?",
            "vor km",
            "sans(?: inj\\p{L}*| gado\\p{L}*)?",
            "sin(?: contraste)?",
            "senza(?: mdc| contrasto)?",
            "non contrast",
            "no contrast",
            "unenhanced",
            "plain");

    /** The words of the series, or those of the protocol if the series has none. */
    static DescriptionEvidence of(MrAttributes attributes) {
        for (Wording wording : inOrder(attributes)) {
            DescriptionEvidence found = of(wording);
            if (found.weighting() != Weighting.UNTOLD) {
                return found;
            }
        }
        return new DescriptionEvidence(Weighting.UNTOLD, "");
    }

    private static DescriptionEvidence of(Wording wording) {
        return found(wording, T1_FLAIR_WORDS, Weighting.T1)
                .or(() -> found(wording, STIR_WORDS, Weighting.STIR))
                .or(() -> found(wording, FLAIR_WORDS, Weighting.FLAIR))
                .or(() -> found(wording, T2_WORDS, Weighting.T2))
                .or(() -> found(wording, T1_WORDS, Weighting.T1))
                .or(() -> found(wording, PROTON_DENSITY_WORDS, Weighting.PROTON_DENSITY))
                .orElseGet(() -> new DescriptionEvidence(Weighting.UNTOLD, ""));
    }

    private static Optional<DescriptionEvidence> found(Wording wording, Pattern words, Weighting weighting) {
        return wording.find(words).map(word -> new DescriptionEvidence(weighting, word));
    }

    /** The words that say that contrast agent was given, unless others say it was not. */
    static Optional<String> contrastWord(MrAttributes attributes) {
        Wording series = Wording.of(List.of(attributes.seriesDescription()));
        Wording told = series.isEmpty() ? Wording.of(List.of(attributes.protocolName())) : series;
        return noContrastWord(attributes).isPresent() ? Optional.empty() : told.find(CONTRAST_WORDS);
    }

    static Optional<String> noContrastWord(MrAttributes attributes) {
        return Wording.of(List.of(attributes.seriesDescription())).find(NO_CONTRAST_WORDS);
    }

    private static List<Wording> inOrder(MrAttributes attributes) {
        return List.of(
                Wording.of(List.of(attributes.seriesDescription())),
                Wording.of(List.of(attributes.protocolName())),
                Wording.of(List.of(attributes.sequenceName())));
    }
}
