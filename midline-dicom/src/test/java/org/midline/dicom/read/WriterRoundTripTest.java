package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.write.MrSeriesWriter;

/** What our writer writes comes back, on grids of any orientation and spacing. */
class WriterRoundTripTest {

    private static final PatientStudy STUDY = new PatientStudy(
            "SYN-7", "Synthetic^Äda", "20190102", "F", "2.25.41", "S9", "20240102", "101112", "head", "A7", "Doctor^S");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWrittenSeriesIsReadBack(long seed) throws IOException {
        var random = new Random(seed);
        VoxelGrid grid = randomGrid(random);
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (400 * random.nextGaussian());
        }
        MrSeries written =
                MrSeriesWriter.write(folder, STUDY, attributes(), new Volume(grid, values), "2.25.42", "2.25.43");

        DicomStudy study = DicomStudyReader.read(List.of(folder));

        assertThat(study.setAside()).isEmpty();
        assertThat(study.patientStudy()).isEqualTo(STUDY);
        MrSeries read = study.series().get(0);
        assertThat(read.volume().grid().sameAs(written.volume().grid(), 1e-3)).isTrue();
        assertThat(read.slices()).isEqualTo(written.slices());
        assertThat(read.attributes()).isEqualTo(attributes());
        assertThat(read.seriesInstanceUid()).isEqualTo("2.25.42");
        assertThat(read.frameOfReferenceUid()).isEqualTo("2.25.43");
        for (int n = 0; n < values.length; n++) {
            assertThat(read.volume().values()[n]).isEqualTo(written.volume().values()[n], within(0.05f));
        }
    }

    private static VoxelGrid randomGrid(Random random) {
        Vec3 row = direction(random);
        Vec3 column = row.cross(direction(random)).unit();
        Vec3 normal = row.cross(column).unit();
        boolean leftHanded = random.nextBoolean();
        return new VoxelGrid(
                7 + random.nextInt(5),
                6 + random.nextInt(5),
                3 + random.nextInt(9),
                new Affine(
                        row.times(0.4 + random.nextDouble()),
                        column.times(0.4 + random.nextDouble()),
                        normal.times((leftHanded ? -1 : 1) * (0.8 + 6 * random.nextDouble())),
                        direction(random).times(150)));
    }

    private static Vec3 direction(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }

    private static MrAttributes attributes() {
        return new MrAttributes(
                "MR",
                OptionalInt.of(4),
                "t2_tirm_tra",
                "head",
                "*tir2d1_16",
                List.of("ORIGINAL", "PRIMARY", "M"),
                List.of("SE", "IR"),
                List.of("SK", "SP"),
                List.of("FS"),
                "2D",
                OptionalDouble.of(9000),
                OptionalDouble.of(120.5),
                OptionalDouble.of(2500),
                OptionalDouble.of(150),
                OptionalInt.of(16),
                OptionalDouble.empty(),
                false,
                "",
                OptionalDouble.of(3),
                "Gadolinium",
                "BRAIN",
                "Synthetic");
    }
}
