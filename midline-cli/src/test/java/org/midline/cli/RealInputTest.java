package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Images of other makers through the real command: an answer, never a stack trace. Skipped where they are missing. */
class RealInputTest {
    @TempDir
    private Path work;

    private static Path dicom() {
        String given = System.getenv("MIDLINE_SHARED");
        List<Path> places = new ArrayList<>();
        if (given != null) {
            places.add(Path.of(given));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            places.add(up.resolveSibling("shared"));
        }
        Path found = places.stream()
                .map(place -> place.resolve("data/dicom"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("missing"));
        assumeTrue(Files.isDirectory(found), "shared/data/dicom is not there: skipped");
        return found;
    }

    private CommandRun segment(Path input, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("segment", input, "--out", work.resolve("result")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @TestFactory
    Stream<DynamicTest> everyForeignFileGetsAnAnswer() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("encodings", "multiframe", "seg", "rtstruct")) {
            try (Stream<Path> listed = Files.walk(dicom().resolve(folder))) {
                listed.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        files.add(dicom().resolve("volume-big-endian"));
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var run = segment(file);
                    assertThat(run.exitCode())
                            .as(run.err())
                            .isIn(ExitCodes.DONE, ExitCodes.INPUT_REFUSED, ExitCodes.NOTHING_FOUND);
                    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(1);
                    assertThat(run.err()).doesNotContain("\tat ");
                }));
    }

    @Test
    void aPlainT1OfAChildIsNoneOfTheThree() throws IOException, InterruptedException {
        Path archive = dicom().resolve("child-t1.tar.xz");
        Path study = Files.createDirectory(work.resolve("study"));
        int unpacked = new ProcessBuilder("tar", "xf", archive.toString(), "-C", study.toString())
                .inheritIO()
                .start()
                .waitFor();
        assumeTrue(unpacked == 0, "tar or xz is not there: skipped");
        var run = segment(study);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(run.err()).contains("plain T1");
        assertThat(work.resolve("result")).doesNotExist();
    }
}
