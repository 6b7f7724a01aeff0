package org.midline.phantom.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PulseSequence;

/** A ball of white matter in a shell of fat, seen by scanners that are perfect but for one thing. */
class ScannerTest {
    private static final VoxelGrid FINE = new VoxelGrid(80, 80, 60, Affine.translation(-40, -40, -30));
    private static final HeadMap HEAD = ball();

    private static HeadMap ball() {
        return ball(Tissue.FAT, Affine.IDENTITY);
    }

    private static HeadMap ball(Tissue shell, Affine patientToStandard) {
        var tissues = new byte[FINE.voxelCount()];
        for (int n = 0; n < tissues.length; n++) {
            double radius = at(FINE, n).length();
            Tissue tissue = radius < 18 ? Tissue.WHITE_MATTER : radius < 24 ? shell : Tissue.AIR;
            tissues[n] = tissue.label();
        }
        return new HeadMap(FINE, tissues, patientToStandard);
    }

    private static float[] signal() {
        var signal = new float[FINE.voxelCount()];
        for (int n = 0; n < signal.length; n++) {
            Tissue tissue = Tissue.of(HEAD.tissues()[n]);
            signal[n] = tissue == Tissue.WHITE_MATTER ? 0.2f : tissue == Tissue.FAT ? 0.4f : 0;
        }
        return signal;
    }

    private static Protocol protocol(Artefacts artefacts, double signalToNoise, Presentation presentation) {
        VoxelGrid grid =
                Protocol.grid(Protocol.Plane.AXIAL, Affine.rotation(0, 6), new Vec3(0, 0, 0), 88, 80, 0.9, 12, 4);
        return new Protocol(
                Sequence.T2,
                FieldStrength.TESLA_3,
                Vendor.GE,
                new PulseSequence.FastSpinEcho(4500, 100, 150, false),
                Protocol.Plane.AXIAL,
                false,
                grid,
                3.6,
                true,
                signalToNoise,
                new IntensityScale(1000, 1, 0),
                artefacts,
                presentation,
                "t2");
    }

    private static Volume scan(Protocol protocol) {
        return new Scanner(HEAD).image(protocol, signal(), 0.2, new Draw(new SplittableRandom(6)));
    }

    private static double radius(Volume image, int n) {
        return at(image.grid(), n).length();
    }

    private static Vec3 at(VoxelGrid grid, int n) {
        int i = n % grid.sizeI();
        int j = n / grid.sizeI() % grid.sizeJ();
        int k = n / (grid.sizeI() * grid.sizeJ());
        return grid.patientLps(i, j, k);
    }

    @Test
    void aPerfectScannerShowsTheReferenceAtItsLevel() {
        Volume image = scan(protocol(Artefacts.NONE, 1e6, Presentation.WHOLE));
        for (int n = 0; n < image.values().length; n++) {
            if (radius(image, n) < 15) {
                assertThat(image.values()[n]).isEqualTo(1000f);
            }
        }
    }

    @Test
    void noiseInAirIsRayleighAndInTissueNormal() {
        Volume image = scan(protocol(Artefacts.NONE, 20, Presentation.WHOLE));
        double air = 0;
        int airCount = 0;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int n = 0; n < image.values().length; n++) {
            double value = image.values()[n];
            if (radius(image, n) > 30) {
                air += value;
                airCount++;
            } else if (radius(image, n) < 15) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        assertThat(air / airCount).isCloseTo(50 * Math.sqrt(Math.PI / 2), within(0.5));
        double mean = sum / count;
        assertThat(Math.sqrt(squares / count - mean * mean)).isCloseTo(50, within(2.0));
        assertThat(mean).isCloseTo(1000 + 50 * 50 / 2000.0, within(3.0));
    }

    @Test
    void strippingKeepsTheBrainAndNothingElse() {
        Volume whole = scan(protocol(Artefacts.NONE, 50, Presentation.WHOLE));
        Volume stripped = scan(protocol(Artefacts.NONE, 50, Presentation.STRIPPED));
        for (int n = 0; n < whole.values().length; n++) {
            double radius = radius(whole, n);
            if (radius < 15) {
                assertThat(stripped.values()[n]).isEqualTo(whole.values()[n]);
            } else if (radius > 21) {
                assertThat(stripped.values()[n]).isZero();
            }
        }
    }

    @Test
    void neitherDefacingNorStrippingLeavesTheWallOfAnEyeOrTakesBrain() {
        HeadMap inTheFace = ball(Tissue.DURA, Affine.translation(0, -120, -40));
        for (Presentation presentation : new Presentation[] {Presentation.DEFACED, Presentation.STRIPPED}) {
            Volume image = new Scanner(inTheFace)
                    .image(
                            protocol(Artefacts.NONE, 50, presentation),
                            signal(),
                            0.2,
                            new Draw(new SplittableRandom(6)));
            for (int n = 0; n < image.values().length; n++) {
                double radius = radius(image, n);
                if (radius < 15) {
                    assertThat(image.values()[n]).isPositive();
                } else if (radius > 21) {
                    assertThat(image.values()[n]).isZero();
                }
            }
        }
    }

    @Test
    void theFaceIsInFrontOfAPlaneBelowTheBrow() {
        assertThat(Presenter.isFace(new Vec3(0, -95, -40))).isTrue();
        assertThat(Presenter.isFace(new Vec3(0, -95, 30))).isFalse();
        assertThat(Presenter.isFace(new Vec3(0, 0, -40))).isFalse();
        assertThat(Presenter.isFace(new Vec3(0, -40, -90))).isTrue();
    }

    @Test
    void aFoldedBallComesBackFromTheOtherSide() {
        var wrapping = new Artefacts(
                CoilBias.NONE,
                SlicePulse.IDEAL,
                PointSpread.IDEAL,
                MotionGhosts.NONE,
                FlowArtefact.NONE,
                new WrapAround(40));
        Protocol whole = protocol(Artefacts.NONE, 1e6, Presentation.WHOLE);
        Protocol narrow = protocol(wrapping, 1e6, Presentation.WHOLE);
        VoxelGrid grid = whole.grid().window(30, 0, 0, 50, 80, 12);
        double all = sum(scan(whole));
        double folded = sum(scan(new Protocol(
                narrow.sequence(),
                narrow.field(),
                narrow.vendor(),
                narrow.pulses(),
                narrow.plane(),
                false,
                grid,
                narrow.sliceThicknessMm(),
                true,
                narrow.signalToNoise(),
                narrow.intensity(),
                wrapping,
                Presentation.WHOLE,
                "narrow")));
        assertThat(folded).isCloseTo(all, within(0.001 * all));
    }

    private static double sum(Volume image) {
        double sum = 0;
        for (float value : image.values()) {
            sum += value;
        }
        return sum;
    }
}
