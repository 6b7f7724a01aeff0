package org.midline.phantom.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PulseSequence;

class CentreTest {
    @TempDir
    Path folder;

    private static double mean(String centre, Sequence sequence, ToDoubleFunction<Protocol> measure) {
        var draw = new Draw(new SplittableRandom(8));
        Centre built = Centre.builtIn(centre);
        double sum = 0;
        for (int n = 0; n < 400; n++) {
            sum += measure.applyAsDouble(built.drawProtocol(sequence, built.drawVisit(draw), new Vec3(0, 0, 0), draw));
        }
        return sum / 400;
    }

    @Test
    void theCentresDifferAsDescribed() {
        assertThat(mean("a", Sequence.T1C, p -> p.pulses().kind() == PulseSequence.Kind.MPRAGE ? 1 : 0))
                .isGreaterThan(0.6);
        assertThat(mean("b", Sequence.T1C, p -> p.pulses().kind() == PulseSequence.Kind.SPIN_ECHO ? 1 : 0))
                .isGreaterThan(0.45);
        assertThat(mean("a", Sequence.FLAIR, p -> p.threeDimensional() ? 1 : 0)).isLessThan(0.3);
        assertThat(mean("b", Sequence.FLAIR, p -> p.threeDimensional() ? 1 : 0)).isGreaterThan(0.5);
        assertThat(mean("b", Sequence.T2, p -> p.field() == FieldStrength.TESLA_3 ? 1 : 0))
                .isGreaterThan(0.8);
        assertThat(mean("b", Sequence.T2, p -> p.grid().spacingMm(2)))
                .isGreaterThan(mean("a", Sequence.T2, p -> p.grid().spacingMm(2)) + 0.7);
        assertThat(mean("b", Sequence.T2, p -> p.artefacts().ghosts().strength()))
                .isGreaterThan(
                        2 * mean("a", Sequence.T2, p -> p.artefacts().ghosts().strength()));
    }

    @Test
    void protocolsArePlausible() {
        for (String name : new String[] {"a", "b", "usual"}) {
            Centre centre = Centre.builtIn(name);
            assertThat(centre.name()).isEqualTo(name);
            var draw = new Draw(new SplittableRandom(2));
            for (int n = 0; n < 300; n++) {
                Sequence sequence = draw.choose(Sequence.values(), 1, 1, 1);
                Protocol protocol = centre.drawProtocol(sequence, centre.drawVisit(draw), new Vec3(4, 5, 6), draw);
                assertThat(protocol.sliceThicknessMm())
                        .isLessThanOrEqualTo(protocol.grid().spacingMm(2) + 1e-9);
                assertThat(protocol.pulses().contrastGiven()).isEqualTo(sequence == Sequence.T1C);
                assertThat(protocol.grid().centreLps().minus(new Vec3(4, 5, 6)).length())
                        .isLessThan(55);
                assertThat(protocol.grid().voxelCount()).isBetween(400_000, 25_000_000);
                assertThat(protocol.threeDimensional())
                        .isEqualTo(protocol.grid().spacingMm(2) < 2.1);
                assertThat(protocol.grid().voxelToPatientLps().determinant()).isPositive();
            }
        }
    }

    @Test
    void theSameDrawGivesTheSameProtocol() {
        Centre centre = Centre.builtIn("b");
        Protocol first = one(centre);
        assertThat(one(centre)).isEqualTo(first);
    }

    private static Protocol one(Centre centre) {
        var draw = new Draw(new SplittableRandom(77));
        return centre.drawProtocol(Sequence.FLAIR, centre.drawVisit(draw), new Vec3(0, 0, 0), draw);
    }

    private Path changed(String from, String to) throws IOException {
        try (var stream = Centre.class.getResourceAsStream("centre-a.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            return Files.writeString(
                    folder.resolve("mine.json"), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        }
    }

    @Test
    void aFileOfOnesOwnIsRead() throws IOException {
        Centre mine = Centre.read(changed("\"name\": \"a\"", "\"name\": \"st-elsewhere\""));
        assertThat(mine.name()).isEqualTo("st-elsewhere");
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(
                "\"offsetMm\": 4",
                "\"offsetMm\": -4",
                "mine.json: offsetMm: found -4, expected a number from 0.0 to 40.0");
        refused("\"offsetMm\"", "\"offset\"", "offsetMm: missing");
        refused("\"offsetMm\": 4", "\"offsetMm\": 4, \"gantry\": 3", "gantry: unknown key; expected one of artefacts");
        refused("\"siemens\"", "\"acme\"", "vendors.acme: unknown; expected siemens, ge or philips");
        refused("\"mprage\"", "\"magic\"", "sequences.t1c[0].kind: found \"magic\", expected spin_echo");
        refused(
                "\"taper\": [0.1, 0.8]",
                "\"taper\": [0.8, 0.1]",
                "artefacts.taper: found [0.8,0.1], expected the smaller");
        refused(
                "\"threeDimensional\": true",
                "\"threeDimensional\": 1",
                "threeDimensional: found 1, expected true or false");
        refused("\"256\": 0.7", "\"25\": 0.7", "sequences.t1c[0].matrix.25: unknown; expected a number of pixels");
        refused("[128, 176]", "[128, 300]", "sequences.t1c[0].pulses: a train of up to");
        refused("{", "", "not JSON");
    }

    private void refused(String from, String to, String message) {
        assertThatThrownBy(() -> Centre.read(changed(from, to)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownBuiltInCentreIsRefused() {
        assertThatThrownBy(() -> Centre.builtIn("c")).hasMessageContaining("expected a, b or usual");
    }
}
