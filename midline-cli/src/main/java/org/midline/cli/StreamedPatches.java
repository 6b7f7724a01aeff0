package org.midline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchSource;
import org.midline.network.data.Task;
import org.midline.network.image.IntensityNormalisation;
import org.midline.network.image.WorkingGrid;
import org.midline.phantom.stream.AnatomyLibrary;
import org.midline.phantom.stream.FreshSample;
import org.midline.phantom.stream.FreshStream;
import org.midline.phantom.stream.View;

/** The phantom's endless stream as a source of patches: the network knows no phantom, the phantom no network. */
final class StreamedPatches implements PatchSource {
    private final WorkingGrid workingGrid;
    private final FreshStream stream;

    StreamedPatches(WorkingGrid workingGrid, FreshStream stream) {
        this.workingGrid = workingGrid;
        this.stream = stream;
    }

    /**
     * Reads a library of anatomies into memory, about 0.4 MB each.
     *
     * @param sequence the segmenter's; empty for the localiser, which learns from all
     */
    static StreamedPatches read(Path anatomies, Task task, Optional<Sequence> sequence, long seed) {
        View view = task == Task.LOCALISER ? View.HEAD : View.REGION;
        List<Sequence> sequences = sequence.map(List::of).orElse(Arrays.asList(Sequence.values()));
        WorkingGrid grid = task.workingGrid();
        AnatomyLibrary library = AnatomyLibrary.read(anatomies, view, count -> {});
        return new StreamedPatches(grid, new FreshStream(library, sequences, grid.around(new Vec3(0, 0, 0)), seed));
    }

    @Override
    public WorkingGrid workingGrid() {
        return workingGrid;
    }

    @Override
    public Patch at(long position) {
        FreshSample sample = stream.at(position);
        float[] image = sample.image();
        IntensityNormalisation.apply(image);
        return new Patch(sample.id(), image, sample.truth());
    }

    @Override
    public String description() {
        AnatomyLibrary library = stream.library();
        return "fresh images of %d synthetic anatomies (%s)".formatted(library.size(), library.fingerprint());
    }
}
