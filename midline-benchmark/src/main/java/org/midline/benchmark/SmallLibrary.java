package org.midline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.network.image.WorkingGrid;
import org.midline.phantom.cohort.HeadPool;
import org.midline.phantom.stream.AnatomyLibrary;
import org.midline.phantom.stream.AnatomyLibraryWriter;
import org.midline.phantom.stream.FreshStream;
import org.midline.phantom.stream.View;
import org.midline.phantom.tumour.FindingShares;

/** A few anatomies, kept between benchmarks in the folder of temporary files. */
final class SmallLibrary {
    private static final int PATIENTS = 4;
    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir")).resolve("midline-benchmark-anatomies");

    private SmallLibrary() {}

    static FreshStream stream(View view) {
        WorkingGrid grid = view == View.HEAD ? WorkingGrid.head() : WorkingGrid.region();
        try {
            Files.createDirectories(FOLDER);
            new AnatomyLibraryWriter(number -> HeadPool.PROCEDURAL, FindingShares.ALL_GLIOMA, 1)
                    .write(FOLDER, PATIENTS, 1, (done, of, name, made) -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        AnatomyLibrary library = AnatomyLibrary.read(FOLDER, view, count -> {});
        return new FreshStream(library, java.util.List.of(Sequence.values()), grid.around(new Vec3(0, 0, 0)), 1);
    }
}
