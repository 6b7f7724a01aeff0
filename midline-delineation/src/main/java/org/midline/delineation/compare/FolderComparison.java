package org.midline.delineation.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Metric;

/**
 * The masks of one folder measured against those of another, whoever made them.
 *
 * <p>Masks are matched by the series that they were drawn on where both files name one, else by their names below the
 * folders. They are compared on the grid of the truth; a proposal on another is interpolated, one half counting as
 * inside. Contours are filled on the other file's grid. A truth without a proposal is a case whose measures are
 * undefined; a proposal without a truth is told and left out.
 *
 * @param cases in the order of the truths
 * @param notes what was done to bring the masks together, and what was left out
 */
public record FolderComparison(List<CaseEvaluation> cases, List<String> notes) {
    private static final Map<Sequence, Pattern> WORDS = Map.of(
            Sequence.T1C, word("t1c|t1ce|t1gd|t1post"),
            Sequence.T2, word("t2|t2w|t2tse"),
            Sequence.FLAIR, word("flair|t2f|t2flair"));
    private static final double SAME_GRID_MM = 1e-3;

    public FolderComparison {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<![a-z0-9])(" + words + ")(?![a-z0-9])");
    }

    /**
     * @param sequence that the masks were drawn on; empty to take it from the files' names
     * @throws InputRefusedException if nothing matches, or a file cannot be read or compared
     */
    public static FolderComparison of(
            Path proposals, Path truths, WantedStructure wanted, Optional<Sequence> sequence, List<Metric> metrics) {
        List<MaskFile> proposed = new ArrayList<>(MaskFolder.read(proposals, wanted));
        List<MaskFile> trueMasks = MaskFolder.read(truths, wanted);
        Map<MaskFile, MaskFile> matches = matches(proposed, trueMasks);
        if (matches.isEmpty()) {
            throw new InputRefusedException(
                    "No mask in %s has a match in %s: neither names nor series agree (for example %s and %s)"
                            .formatted(
                                    proposals,
                                    truths,
                                    proposed.get(0).name(),
                                    trueMasks.get(0).name()));
        }
        List<CaseEvaluation> cases = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (MaskFile truth : trueMasks) {
            Sequence of = sequence.orElseGet(() -> sequenceOf(truth));
            MaskFile proposal = matches.get(truth);
            if (proposal == null) {
                notes.add(truth.name() + ": no proposal");
                cases.add(CaseEvaluation.refused(truth.name(), of, "there is no proposal"));
            } else {
                cases.add(evaluate(truth, proposal, of, metrics, notes));
            }
        }
        proposed.removeAll(matches.values());
        proposed.forEach(left -> notes.add(left.name() + ": no truth, left out"));
        return new FolderComparison(cases, notes);
    }

    private static Map<MaskFile, MaskFile> matches(List<MaskFile> proposed, List<MaskFile> truths) {
        Map<String, List<MaskFile>> bySeries = new HashMap<>();
        Map<String, MaskFile> byName = new HashMap<>();
        for (MaskFile proposal : proposed) {
            byName.put(proposal.name(), proposal);
            if (!proposal.seriesUid().isEmpty()) {
                bySeries.computeIfAbsent(proposal.seriesUid(), any -> new ArrayList<>())
                        .add(proposal);
            }
        }
        Map<MaskFile, MaskFile> matches = new HashMap<>();
        for (MaskFile truth : truths) {
            List<MaskFile> ofSeries = bySeries.getOrDefault(truth.seriesUid(), List.of());
            if (ofSeries.size() > 1) {
                throw new InputRefusedException("%s: %d proposals of its series (%s and others); leave one"
                        .formatted(
                                truth.file(), ofSeries.size(), ofSeries.get(0).file()));
            }
            MaskFile match = ofSeries.isEmpty() ? byName.get(truth.name()) : ofSeries.get(0);
            if (match != null) {
                matches.put(truth, match);
            }
        }
        return matches;
    }

    private static CaseEvaluation evaluate(
            MaskFile truth, MaskFile proposal, Sequence sequence, List<Metric> metrics, List<String> notes) {
        VoxelGrid grid = truth.grid()
                .or(proposal::grid)
                .orElseThrow(() -> new InputRefusedException(
                        "%s and %s hold contours only, and contours lie on no grid; give one of them as voxels"
                                .formatted(proposal.file(), truth.file())));
        proposal.grid()
                .filter(other -> !other.sameAs(grid, SAME_GRID_MM))
                .ifPresent(other -> notes.add("%s: the proposal was interpolated from %s to the truth's %s"
                        .formatted(truth.name(), described(other), described(grid))));
        if (truth.grid().isEmpty() || proposal.grid().isEmpty()) {
            notes.add(truth.name() + ": contours were filled on the other file's grid");
        }
        Mask trueMask = truth.on(grid);
        return CaseEvaluation.of(truth.name(), sequence, trueMask, proposal.on(grid), metrics);
    }

    private static String described(VoxelGrid grid) {
        return String.format(
                Locale.ROOT,
                "%d x %d x %d voxels of %.3g x %.3g x %.3g mm",
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                grid.spacingMm(0),
                grid.spacingMm(1),
                grid.spacingMm(2));
    }

    private static Sequence sequenceOf(MaskFile mask) {
        String name = mask.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        List<Sequence> found = WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(name).find())
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() != 1) {
            throw new InputRefusedException(
                    "%s: the name does not say on which sequence the mask was drawn; give --sequence t1c, t2 or flair"
                            .formatted(mask.file()));
        }
        return found.get(0);
    }
}
