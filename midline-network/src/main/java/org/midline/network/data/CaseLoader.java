package org.midline.network.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.midline.cohort.AnatomyLabel;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiReader;
import org.midline.network.image.Centroid;
import org.midline.network.image.FineImage;
import org.midline.network.image.WorkingGrid;

/** Brings a patient's image of one sequence from disk onto the fine grid that a task needs. */
public final class CaseLoader {
    private static final double SAME_GRID_MM = 0.01;

    private final Task task;
    private final WorkingGrid workingGrid;
    private final double marginMm;

    /** @param marginMm how far beyond the working grid patches may reach */
    public CaseLoader(Task task, WorkingGrid workingGrid, double marginMm) {
        this.task = task;
        this.workingGrid = workingGrid;
        this.marginMm = marginMm;
    }

    TrainingCase load(CohortPatient patient, Sequence sequence) {
        CohortImage files = patient.images().get(sequence);
        Volume image = NiftiReader.read(files.image()).volume();
        Mask gtv = files.readGtv();
        requireGridOf(image, gtv.grid(), files.gtv());
        Mask brainstem = Mask.empty(image.grid());
        Mask thalami = brainstem;
        if (files.anatomy().isPresent()) {
            Volume labels = onGridOf(image, files.anatomy().get());
            brainstem = labelled(labels, AnatomyLabel.BRAINSTEM);
            thalami = labelled(labels, AnatomyLabel.THALAMI);
        } else if (task == Task.LOCALISER) {
            throw new InputRefusedException(
                    "Patient '%s' has no labels of brainstem and thalami on %s, from which the localiser learns; train a segmenter (--sequence) on this cohort"
                            .formatted(patient.id(), sequence.title()));
        }
        Vec3 centre = switch (task) {
            case LOCALISER -> image.grid().centreLps();
            case SEGMENTER -> Centroid.lps(image.grid(), brainstem, thalami, gtv);
        };
        VoxelGrid working = workingGrid.withMargin(marginMm).around(centre);
        List<Mask> structures = switch (task) {
            case LOCALISER -> List.of(brainstem, thalami, gtv);
            case SEGMENTER -> List.of(gtv);
        };
        String id = patient.id() + "/" + sequence.name().toLowerCase(Locale.ROOT);
        return TrainingCase.pack(
                id,
                FineImage.of(image, working),
                structures.stream().map(mask -> FineImage.of(mask, working)).toList(),
                centre);
    }

    private static Volume onGridOf(Volume image, Path file) {
        Volume labels = NiftiReader.read(file).volume();
        requireGridOf(image, labels.grid(), file);
        return labels;
    }

    private static void requireGridOf(Volume image, VoxelGrid grid, Path file) {
        if (!grid.sameAs(image.grid(), SAME_GRID_MM)) {
            throw new InputRefusedException(
                    "%s: not on the grid of its image; masks must have the image's size and placement".formatted(file));
        }
    }

    private static Mask labelled(Volume labels, AnatomyLabel label) {
        float[] values = labels.values();
        var inside = new boolean[values.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = Math.round(values[n]) == label.value();
        }
        return new Mask(labels.grid(), inside);
    }
}
