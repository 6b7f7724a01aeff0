package org.midline.delineation.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.core.nifti.NiftiWriter;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.StudyDelineation;

/**
 * Writes a study's delineation into a folder: {@code rtstruct.dcm} (for DICOM images), {@code gtv.nii.gz} on the grid of
 * the reference image and {@code gtv_KEY.nii.gz} on that of each other image with a tumour, {@code delineation.json},
 * {@code report.html}.
 */
public final class ResultFiles {
    private ResultFiles() {}

    /**
     * Writes the files; masks and structure sets only of what was found.
     *
     * @param synthetic whether the images are made, not acquired; said wherever they are shown
     * @param now for the time stamps of the files, local time
     * @return the files by name with what is in them, in the order in which a reader wants them
     */
    public static Map<String, String> write(
            StudyDelineation delineation, Comparison comparison, boolean synthetic, LocalDateTime now, Path folder)
            throws IOException {
        Map<String, String> files = new LinkedHashMap<>(new StructureSetFiles(delineation, now).write(folder));
        for (Map.Entry<Sequence, Found> entry : delineation.found().entrySet()) {
            Sequence sequence = entry.getKey();
            boolean reference = delineation.reference().orElseThrow() == sequence;
            String name = reference ? "gtv.nii.gz" : "gtv_%s.nii.gz".formatted(sequence.key());
            NiftiWriter.write(folder.resolve(name), entry.getValue().gtv());
            files.put(
                    name,
                    String.format(
                            Locale.ROOT,
                            "GTV on %s, %.2f ml",
                            sequence.title(),
                            entry.getValue().gtv().volumeMl()));
        }
        new StudyReport(delineation, comparison, synthetic, now).report().write(folder.resolve("report.html"));
        files.put("report.html", "pictures and numbers; open it in a browser");
        files.put(DelineationRecord.FILE_NAME, "results, inputs, models, parameters, for programs");
        WholeFile.writeText(
                folder.resolve(DelineationRecord.FILE_NAME),
                new DelineationRecord(delineation, comparison).json(now, synthetic, files));
        return files;
    }
}
