package org.midline.network.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    /** A record each: the version of the format, the start of a run, a scalar, a picture. TensorBoard 2.x reads them. */
    private static final List<String> RECORDS = List.of(
            "1a00000000000000129bd82d0900000040fc54d94110001a0d627261696e2e4576656e743a32e6773e1a",
            "0f000000000000006d532b090900000040fc54d94110013a020801822f9c49",
            "2500000000000000eabc36f30900000040fc54d94110ac022a170a150a0e6c6f73732f67656e657261746f72150000803e5e265ae6",
            "290000000000000037ff5f000900000040fc54d94110ac022a1b0a190a0a76616c69646174696f6e220b0801100218032203010203fb0159c3");

    @TempDir
    Path folder;

    @Test
    void writesTheBytesThatTensorBoardReads() throws IOException {
        try (var events = EventFile.begin(folder, 1, NOW)) {
            events.scalar(300, "loss/generator", 0.25);
            events.picture(300, "validation", 2, 1, new byte[] {1, 2, 3});
        }
        Path file = folder.resolve("events.out.tfevents.1700000000.midline");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEqualTo(String.join("", RECORDS));
    }

    @Test
    void everyStartHasAFileOfItsOwnInTheOrderOfTime() throws IOException {
        EventFile.begin(folder, 1, NOW).close();
        EventFile.begin(folder, 20, NOW).close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(List.of(
                            "events.out.tfevents.1700000000.midline", "events.out.tfevents.1700000001.midline"));
        }
    }
}
