package org.midline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.midline.cohort.AnatomyLabel;
import org.midline.core.Mask;
import org.midline.core.resample.Resampler;
import org.midline.dicom.MrSeries;
import org.midline.dicom.write.Color;
import org.midline.dicom.write.InterpretedType;
import org.midline.dicom.write.RtStructureSetWriter;
import org.midline.dicom.write.Structure;
import org.midline.dicom.write.StructureSetInfo;
import org.midline.phantom.SyntheticImage;

/**
 * What is true of a synthetic image, as an RT Structure Set on its series: the tumour, the tumour as an expert might have
 * drawn it, brainstem and thalami. Structures that the image does not show are left out.
 */
final class TruthStructures {
    private static final LocalDateTime NOMINAL_TIME = LocalDateTime.of(2026, 1, 1, 12, 0);

    private TruthStructures() {}

    /** Writes the file; none if the image shows none of the structures. */
    static void write(Path file, SyntheticImage image, MrSeries series) throws IOException {
        List<Structure> structures = new ArrayList<>();
        add(structures, series, "GTV", InterpretedType.GTV, new Color(230, 60, 60), image.gtv(), "The truth");
        add(
                structures,
                series,
                "GTV_expert",
                InterpretedType.GTV,
                new Color(255, 190, 40),
                image.expert(),
                "As an expert might have drawn it");
        addOrgan(structures, series, "Brainstem", new Color(70, 140, 255), image, AnatomyLabel.BRAINSTEM);
        addOrgan(structures, series, "Thalami", new Color(90, 200, 120), image, AnatomyLabel.THALAMI);
        if (!structures.isEmpty()) {
            var info = new StructureSetInfo(
                    "SYNTHETIC truth",
                    "Truth of a synthetic patient",
                    "Synthetic patient, made up by Midline's phantom",
                    "Midline phantom",
                    "",
                    "",
                    NOMINAL_TIME);
            RtStructureSetWriter.write(file, series, structures, info);
        }
    }

    private static void addOrgan(
            List<Structure> structures,
            MrSeries series,
            String name,
            Color color,
            SyntheticImage image,
            AnatomyLabel label) {
        byte[] labels = image.anatomy();
        var inside = new boolean[labels.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = labels[n] == label.value();
        }
        add(
                structures,
                series,
                name,
                InterpretedType.ORGAN,
                color,
                new Mask(image.image().grid(), inside),
                "The truth");
    }

    /** The slices of a series may run the other way than those of the image. */
    private static void add(
            List<Structure> structures,
            MrSeries series,
            String name,
            InterpretedType type,
            Color color,
            Mask mask,
            String description) {
        if (!mask.isEmpty()) {
            Mask onSeries = Resampler.nearest(mask, series.volume().grid());
            structures.add(new Structure(name, type, color, onSeries, description + ", synthetic"));
        }
    }
}
