package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** Two hundred random pairs of masks, measured here and by a program on SciPy (Debian's python3-scipy). */
class ScipyMeasuresTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int PAIRS = 200;

    private record Pair(Mask truth, Mask proposal) {}

    @Test
    void twoHundredRandomPairsAgree(@TempDir Path folder) throws Exception {
        assumeTrue(hasScipy(), "python3-scipy is not installed");
        List<Pair> pairs = pairs();
        Path input = folder.resolve("pairs.txt");
        Files.write(input, pairs.stream().map(ScipyMeasuresTest::line).toList());
        List<String> answers = run(folder, "-I", script(folder).toString(), input.toString());
        assertThat(answers).hasSize(PAIRS);

        for (int n = 0; n < PAIRS; n++) {
            Mask truth = pairs.get(n).truth();
            Mask proposal = pairs.get(n).proposal();
            var voxels = VoxelSurfaceDistance.between(truth, proposal);
            List<Measure> ours = List.of(
                    Overlap.dsc(truth, proposal),
                    voxels.hdMm(),
                    voxels.hd95PooledMm(),
                    voxels.hd95LargerMm(),
                    voxels.assdMm(),
                    voxels.masdMm(),
                    voxels.nsd(1.5),
                    AddedPathLength.mm(truth, proposal, 0),
                    AddedPathLength.mm(truth, proposal, 1.5),
                    CentreDistance.mm(truth, proposal));
            String[] theirs = answers.get(n).split(" ", -1);
            for (int m = 0; m < theirs.length; m++) {
                assertThat(ours.get(m).number().orElseThrow())
                        .as("pair %d, measure %d", n, m)
                        .isCloseTo(Double.parseDouble(theirs[m]), within(1e-6));
            }
        }
    }

    private static boolean hasScipy() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        var process = new ProcessBuilder(PYTHON, "-I", "-c", "import scipy.ndimage")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("measures.py");
        try (var stream = ScipyMeasuresTest.class.getResourceAsStream("measures.py")) {
            Files.copy(stream, script);
        }
        return script;
    }

    private static List<String> run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }

    private static String line(Pair pair) {
        VoxelGrid grid = pair.truth().grid();
        return String.format(
                Locale.ROOT,
                "%d %d %d %s %s %s %s %s",
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                grid.spacingMm(0),
                grid.spacingMm(1),
                grid.spacingMm(2),
                bits(pair.truth()),
                bits(pair.proposal()));
    }

    private static String bits(Mask mask) {
        boolean[] inside = mask.inside();
        return IntStream.range(0, inside.length)
                .mapToObj(n -> inside[n] ? "1" : "0")
                .collect(Collectors.joining());
    }

    /** Balls and noise on anisotropic grids, some touching the border. */
    private static List<Pair> pairs() {
        var random = new Random(20261124);
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < PAIRS) {
            var grid = VoxelGrid.axisAligned(
                    6 + random.nextInt(20),
                    6 + random.nextInt(20),
                    3 + random.nextInt(12),
                    0.4 + random.nextDouble(),
                    0.4 + random.nextDouble(),
                    0.8 + 4 * random.nextDouble());
            Mask truth = blobs(random, grid);
            Mask proposal = blobs(random, grid);
            if (!truth.isEmpty() && !proposal.isEmpty()) {
                pairs.add(new Pair(truth, proposal));
            }
        }
        return pairs;
    }

    private static Mask blobs(Random random, VoxelGrid grid) {
        double[] size = {
            grid.sizeI() * grid.spacingMm(0), grid.sizeJ() * grid.spacingMm(1), grid.sizeK() * grid.spacingMm(2)
        };
        Mask mask = Mask.empty(grid);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            mask = ShapeMasks.union(
                    mask,
                    ShapeMasks.sphere(
                            grid,
                            size[0] * random.nextDouble(),
                            size[1] * random.nextDouble(),
                            size[2] * random.nextDouble(),
                            1 + 6 * random.nextDouble()));
        }
        boolean[] inside = mask.inside().clone();
        double noise = random.nextInt(4) == 0 ? 0.05 : 0;
        for (int n = 0; n < inside.length; n++) {
            inside[n] ^= random.nextDouble() < noise;
        }
        return new Mask(grid, inside);
    }
}
