package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.midline.cohort.Cohort;
import org.midline.cohort.FileHashes;
import org.midline.cohort.NnUnetDatasets;
import org.midline.phantom.cohort.CohortForm;
import org.midline.phantom.cohort.CohortGenerator;
import org.midline.phantom.cohort.CohortPlan;
import org.midline.phantom.cohort.CohortSummary;

/** A cohort's folder being filled: the patients in all forms asked for, and the summary. */
final class CohortFolder {
    private final Path folder;
    private final Set<CohortFormat> formats;
    private final int threads;
    private final PrintWriter err;

    CohortFolder(Path folder, Set<CohortFormat> formats, int threads, PrintWriter err) {
        this.folder = folder;
        this.formats = formats;
        this.threads = threads;
        this.err = err;
    }

    Cohort make(CohortPlan plan) throws IOException {
        for (String outdated : List.of(
                FileHashes.FILE_NAME, CohortSummary.TEXT_NAME, CohortSummary.JSON_NAME, CohortSummary.PATIENTS_NAME)) {
            Files.deleteIfExists(folder.resolve(outdated));
        }
        var generator = new CohortGenerator(folder, threads, forms(true), forms(false));
        Cohort cohort;
        try (var progress = new ProgressLine(err, Installation.terminal(), "patients")) {
            cohort = generator.generate(plan, progress::done);
        }
        if (formats.contains(CohortFormat.NNUNET)) {
            NnUnetDatasets.write(folder.resolve(CohortFormat.NNUNET.key()), cohort);
        }
        new CohortSummary(cohort).write(folder);
        return cohort;
    }

    private List<CohortForm> forms(boolean wanted) {
        return Arrays.stream(CohortFormat.values())
                .filter(format -> format.isByPatient() && formats.contains(format) == wanted)
                .map(format -> format.form(folder))
                .toList();
    }

    /** What {@link #make} writes, as names in the folder. */
    List<String> parts() {
        var parts = new ArrayList<>(List.of(
                Cohort.FILE_NAME,
                Cohort.PATIENTS_FOLDER,
                CohortSummary.TEXT_NAME,
                CohortSummary.JSON_NAME,
                CohortSummary.PATIENTS_NAME));
        formats.stream()
                .filter(format -> format != CohortFormat.PLAIN)
                .map(CohortFormat::key)
                .forEach(parts::add);
        return parts;
    }
}
