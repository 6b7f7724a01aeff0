package org.midline.cohort.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.TargetLabels;

/**
 * A cohort of any layout, read where it lies; nothing is written into its folder.
 *
 * @param folder that was opened
 * @param targetLabels that make the target
 * @param expectedLabels that masks of this layout have besides 0; none for any
 * @param masks what was found in the masks, by file; those that could not be read, and all of {@code cohort.json}, are
 *     missing
 * @param notes what a user should know: what was left out, how splits came about; a sentence each
 */
public record OpenedCohort(
        Path folder,
        CohortLayout layout,
        Cohort cohort,
        TargetLabels targetLabels,
        Set<Integer> expectedLabels,
        Map<Path, MaskFacts> masks,
        List<String> notes) {
    public OpenedCohort {
        expectedLabels = Set.copyOf(expectedLabels);
        masks = Map.copyOf(masks);
        notes = List.copyOf(notes);
    }

    /**
     * Recognises the layout of a folder and reads it. Masks are read to see which labels there are and, where the folder
     * gives no splits, to spread small and large targets over them; a mask that cannot be read stops nothing here.
     *
     * @throws org.midline.core.InputRefusedException if the folder has none of the layouts, with what to do, or is not
     *     clear in itself
     */
    public static OpenedCohort open(Path folder, CohortChoices choices) {
        return new CohortOpener(folder, choices).open();
    }

    /** In how many masks each label is found, in masks that were read. */
    public SortedMap<Integer, Integer> masksByLabel() {
        var count = new TreeMap<Integer, Integer>();
        cohort.patients().stream()
                .flatMap(patient -> patient.images().values().stream())
                .map(CohortImage::gtv)
                .distinct()
                .filter(masks::containsKey)
                .forEach(mask ->
                        masks.get(mask).voxelsByLabel().keySet().forEach(label -> count.merge(label, 1, Integer::sum)));
        return count;
    }
}
