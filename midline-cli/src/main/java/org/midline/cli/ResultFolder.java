package org.midline.cli;

import java.nio.file.Path;
import java.util.List;

/** Folders with the delineation of a study. */
final class ResultFolder {
    static final List<String> FILES =
            List.of("rtstruct*.dcm", "gtv*.nii.gz", "truth_*.nii.gz", "report.html", "delineation.json", "study");

    private ResultFolder() {}

    static OutputFolder begin(Path folder, boolean replace) {
        return OutputFolder.begin(folder, "delineation.json", replace);
    }
}
