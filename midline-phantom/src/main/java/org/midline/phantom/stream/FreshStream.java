package org.midline.phantom.stream;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.phantom.material.Material;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;

/**
 * An endless stream of samples, each of a patient of the library in a pose, with a deformation, a contrast and artefacts
 * that no other has. A pure function of a seed and a position. Safe to use from many threads.
 */
public final class FreshStream {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final AnatomyLibrary library;
    private final RecipeDraw recipes;
    private final long seed;

    /**
     * A stream for training.
     *
     * @param sequences one of them is drawn for each sample
     * @param workingAboutOrigin the grid that the network sees, axis-aligned, with its middle at the origin; its voxels
     *     twice as large as the library's
     */
    public FreshStream(AnatomyLibrary library, List<Sequence> sequences, VoxelGrid workingAboutOrigin, long seed) {
        this(
                library,
                sequences,
                workingAboutOrigin,
                Centre.USUAL,
                library.view() == View.HEAD ? SampleRanges.head() : SampleRanges.region(),
                seed);
    }

    public FreshStream(
            AnatomyLibrary library,
            List<Sequence> sequences,
            VoxelGrid workingAboutOrigin,
            Centre centre,
            SampleRanges ranges,
            long seed) {
        this.library = library;
        recipes = new RecipeDraw(library, List.copyOf(sequences), workingAboutOrigin, centre, ranges);
        this.seed = seed;
    }

    public AnatomyLibrary library() {
        return library;
    }

    /**
     * The sample at a position. Its truth has the tumour alone in the view of the region; brainstem, thalami and tumour
     * in the view of the head.
     */
    public FreshSample at(long position) {
        return render(recipe(position));
    }

    Recipe recipe(long position) {
        return recipes.draw(new Draw(new SplittableRandom(seed + ODD * (position + 1)).split()));
    }

    FreshSample render(Recipe recipe) {
        AnatomyEntry entry = library.entry(recipe.patient());
        List<Material> palette = entry.materials();
        AnatomyMap anatomy = Presented.of(
                entry.map(library.view()),
                palette,
                recipe.protocol().presentation(),
                entry.facts().patientToStandard());
        boolean structures = library.view() == View.HEAD;
        ScanGrid grid =
                ScanGrid.of(recipe.protocol(), recipe.working(), library.view().spacingMm());
        var scan = new Scan(grid, anatomy, palette, recipe, structures);
        new Reconstruction(grid, recipe).apply(scan.signal);
        for (int n = 0; n < scan.leftOut.length; n++) {
            if (2 * scan.leftOut[n] >= scan.points()) {
                scan.signal[n] = 0;
            }
        }
        float least = Float.POSITIVE_INFINITY;
        for (float value : scan.signal) {
            least = Math.min(least, value);
        }
        var voxels = new WorkingVoxels(grid.grid(), recipe.working());
        float[] image = voxels.of(scan.signal, least);
        var truth = new float[(structures ? 3 : 1) * image.length];
        var inside = new boolean[scan.signal.length];
        if (structures) {
            voxels.ofMask(majority(scan.brainstem, scan.points(), inside), truth, 0);
            voxels.ofMask(majority(scan.thalami, scan.points(), inside), truth, image.length);
        }
        for (int n = 0; n < inside.length; n++) {
            inside[n] = 2 * scan.tumour[n] > scan.points() * AnatomyMap.FULL;
        }
        voxels.ofMask(inside, truth, truth.length - image.length);
        String id = "%016X/%s"
                .formatted(entry.facts().seed(), recipe.sequence().name().toLowerCase(Locale.ROOT));
        return new FreshSample(id, recipe.sequence(), recipe.working(), image, truth);
    }

    private static boolean[] majority(byte[] counts, int points, boolean[] inside) {
        for (int n = 0; n < inside.length; n++) {
            inside[n] = 2 * counts[n] > points;
        }
        return inside;
    }
}
