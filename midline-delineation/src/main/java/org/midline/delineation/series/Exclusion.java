package org.midline.delineation.series;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.midline.dicom.MrAttributes;

/** Series that are none of the three sequences whatever their timing: maps, scouts, other techniques, other organs. */
final class Exclusion {
    private static final double SMALLEST_B_VALUE = 50;

    private static final Set<String> PHASE_TYPES = Set.of("P", "PHASE", "PHASE MAP", "R", "REAL", "I", "IMAGINARY");
    private static final Map<String, String> IMAGE_TYPES = Map.ofEntries(
            Map.entry("LOCALIZER", "a localizer"),
            Map.entry("ADC", "an ADC map"),
            Map.entry("DIFFUSION", "diffusion"),
            Map.entry("TRACEW", "diffusion"),
            Map.entry("FA", "a diffusion map"),
            Map.entry("PERFUSION", "perfusion"),
            Map.entry("ASL", "perfusion"),
            Map.entry("SWI", "susceptibility"),
            Map.entry("MNIP", "a projection"),
            Map.entry("MIP", "a projection"),
            Map.entry("MIN IP", "a projection"),
            Map.entry("PROJECTION IMAGE", "a projection"),
            Map.entry("SUBTRACTION", "a subtraction"),
            Map.entry("SPECTROSCOPY", "spectroscopy"),
            Map.entry("FMRI", "functional MRI"));

    private record Named(String what, Pattern words) {}

    private static final List<Named> DESCRIPTIONS = List.of(
            new Named(
                    "a localizer",
                    Wording.words(
                            "locali[sz]er\\p{L}*",
                            "loc",
                            "3 ?plane",
                            "3pl",
                            "scout\\p{L}*",
                            "aahscout\\p{L}*",
                            "aahead scout",
                            "survey",
                            "topogram",
                            "smart ?brain",
                            "rep[eé]rage",
                            "localizador",
                            "localizzatore",
                            "übersicht")),
            new Named("an ADC map", Wording.words("e?adc\\p{L}*", "apparent diffusion\\p{L}*")),
            new Named(
                    "diffusion",
                    Wording.words(
                            "dwi\\p{L}*",
                            "\\p{L}*diff\\p{L}*",
                            "dti\\p{L}*",
                            "trace\\p{L}*",
                            "tensor",
                            "resolve",
                            "hardi",
                            "noddi",
                            "ep2d\\w*",
                            "b ?1000",
                            "ep b\\d+\\w*")),
            new Named(
                    "susceptibility or T2*",
                    Wording.words(
                            "swi\\w*",
                            "swan\\p{L}*",
                            "swp",
                            "venbold",
                            "hemo\\p{L}*",
                            "h[aä]mo",
                            "t2 ?\\*\\w*",
                            "t2 ?star",
                            "t2 (?:\\p{L}+ )?(?:gre|ffe|fl2d|fl3d|merge)",
                            "t2 ?gre",
                            "mag images",
                            "pha images",
                            "qsm",
                            "medic")),
            new Named(
                    "angiography",
                    Wording.words(
                            "tof\\p{L}*",
                            "mra\\p{L}*",
                            "mrv\\p{L}*",
                            "angio\\p{L}*",
                            "veno\\p{L}*",
                            "inhance",
                            "pca?3d",
                            "twist",
                            "tricks")),
            new Named(
                    "perfusion",
                    Wording.words(
                            "perf\\p{L}*", "dsc\\p{L}*", "dce\\p{L}*", "p?c?asl", "r?cb[fv]", "mtt", "ttp", "tmax")),
            new Named("functional MRI", Wording.words("fmri", "bold", "resting ?state")),
            new Named(
                    "spectroscopy",
                    Wording.words(
                            "mrs", "mrsi", "csi\\p{L}*", "svs\\p{L}*", "spectro\\p{L}*", "spektro\\p{L}*", "press")),
            new Named(
                    "magnetisation transfer",
                    Wording.words("mtc", "mt", "mtr", "magneti[sz]ation transfer", "cest", "apt\\p{L}*")),
            new Named(
                    "a projection or subtraction",
                    Wording.words("mip", "minip", "mnip", "subtr\\p{L}*", "sub", "collapsed?")),
            new Named(
                    "a strongly T2-weighted cisternography",
                    Wording.words("ciss\\w*", "fiesta\\w*", "b ?ffe", "bssfp", "true ?fisp", "trufi\\p{L}*")),
            new Named(
                    "a quantitative map",
                    Wording.words("t[12] ?map\\p{L}*", "mp2rage\\p{L}*", "synthetic", "magic", "symaps?")),
            new Named(
                    "a calibration",
                    Wording.words(
                            "cal",
                            "calib\\p{L}*",
                            "asset",
                            "field ?map\\p{L}*",
                            "gre field \\p{L}+",
                            "b[01] ?map\\p{L}*",
                            "shim\\p{L}*",
                            "coil ?survey",
                            "refscan")),
            new Named(
                    "a report or screen shot",
                    Wording.words("report", "screen ?s\\p{L}*", "phoenix\\p{L}*", "results?")));

    private static final Pattern OTHER_BODY_PARTS = Wording.words(
            "abdomen",
            "pelvis",
            "liver",
            "prostate",
            "breast",
            "heart",
            "chest",
            "knee",
            "shoulder",
            "hip",
            "ankle",
            "foot",
            "hand",
            "wrist",
            "elbow",
            "[ctl]s? ?spine",
            "spine",
            "extremity",
            "leg",
            "arm");

    private Exclusion() {}

    /** Why a series is not of use, if so. */
    static Optional<String> of(MrAttributes attributes) {
        return byModality(attributes)
                .or(() -> byImageType(attributes))
                .or(() -> byTechnique(attributes))
                .or(() -> byBodyPart(attributes))
                .or(() -> byDescription(attributes));
    }

    private static Optional<String> byModality(MrAttributes attributes) {
        return attributes.modality().equals("MR")
                ? Optional.empty()
                : Optional.of("modality '%s', expected MR".formatted(attributes.modality()));
    }

    private static Optional<String> byImageType(MrAttributes attributes) {
        List<String> types = attributes.imageType();
        String whole = String.join("\\", types);
        for (int n = 0; n < types.size(); n++) {
            if (IMAGE_TYPES.containsKey(types.get(n))) {
                return Optional.of("%s (ImageType %s)".formatted(IMAGE_TYPES.get(types.get(n)), whole));
            }
            if (n >= 2 && PHASE_TYPES.contains(types.get(n))) {
                return Optional.of(
                        "a phase, real or imaginary image (ImageType %s), expected magnitude".formatted(whole));
            }
        }
        return !types.isEmpty() && types.get(0).equals("DERIVED")
                ? Optional.of("derived from other images (ImageType %s), expected ORIGINAL".formatted(whole))
                : Optional.empty();
    }

    private static Optional<String> byTechnique(MrAttributes attributes) {
        if (attributes.diffusionBValue().orElse(0) >= SMALLEST_B_VALUE) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "diffusion (b value %.0f s/mm2)",
                    attributes.diffusionBValue().getAsDouble()));
        }
        String contrast = attributes.acquisitionContrast();
        if (Set.of("DIFFUSION", "PERFUSION", "FLOW_ENCODED", "TOF", "TAGGING").contains(contrast)) {
            return Optional.of("AcquisitionContrast " + contrast);
        }
        boolean gradientEchoOnly = attributes.scanningSequence().contains("GR")
                && !attributes.scanningSequence().contains("SE");
        if (attributes.angio() && gradientEchoOnly) {
            return Optional.of("angiography (AngioFlag on a gradient echo)");
        }
        if (attributes.sequenceVariant().contains("MTC")) {
            return Optional.of("magnetisation transfer (SequenceVariant MTC)");
        }
        return Optional.empty();
    }

    private static Optional<String> byBodyPart(MrAttributes attributes) {
        return Wording.of(List.of(attributes.bodyPartExamined()))
                .find(OTHER_BODY_PARTS)
                .map(part -> "BodyPartExamined %s, expected the head".formatted(attributes.bodyPartExamined()));
    }

    private static Optional<String> byDescription(MrAttributes attributes) {
        Wording wording = Wording.of(List.of(attributes.seriesDescription(), attributes.sequenceName()));
        if (attributes.seriesDescription().isBlank()) {
            wording = Wording.of(List.of(attributes.protocolName(), attributes.sequenceName()));
        }
        for (Named kind : DESCRIPTIONS) {
            Optional<String> word = wording.find(kind.words());
            if (word.isPresent()) {
                return Optional.of("%s (description says '%s')".formatted(kind.what(), word.get()));
            }
        }
        return Optional.empty();
    }
}
