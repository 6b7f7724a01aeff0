package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** Against files that nibabel wrote and the numbers that nibabel reads from them (make_golden.py). */
class NiftiGoldenTest {

    static List<String> golden() throws IOException {
        var resource = Objects.requireNonNull(NiftiGoldenTest.class.getResourceAsStream("golden.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        }
    }

    private static NiftiImage read(String name) {
        try {
            var resource = Objects.requireNonNull(NiftiGoldenTest.class.getResource(name + ".nii.gz"));
            return NiftiReader.read(Path.of(resource.toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void valuesAndGeometryAreThoseOfNibabel(String line) {
        List<String> golden = List.of(line.split(",", -1));
        NiftiImage image = read(golden.get(0));
        assertThat(image.datatype().name().toLowerCase(Locale.ROOT)).isEqualTo(golden.get(1));
        assertThat(image.version()).isEqualTo(Integer.parseInt(golden.get(2)));
        assertThat(image.byteOrder())
                .isEqualTo(golden.get(3).equals("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        assertThat(image.description()).isEqualTo("golden " + golden.get(0));

        VoxelGrid grid = image.volume().grid();
        assertThat(List.of(grid.sizeI(), grid.sizeJ(), grid.sizeK())).containsExactly(3, 2, 2);
        assertClose(grid.patientLps(0, 0, 0), golden, 4);
        assertClose(grid.patientLps(2, 1, 1), golden, 7);
        for (int n = 0; n < 12; n++) {
            assertThat(image.volume().values()[n]).isEqualTo(Float.parseFloat(golden.get(10 + n)));
        }
    }

    private static void assertClose(Vec3 point, List<String> golden, int column) {
        for (int axis = 0; axis < 3; axis++) {
            assertThat(point.component(axis)).isCloseTo(Double.parseDouble(golden.get(column + axis)), within(1e-5));
        }
    }

    @Test
    void saysWhichPlacementWasUsedAndWhy() {
        NiftiPlacement both = read("type_int16").placement();
        assertThat(both.source()).isEqualTo(NiftiPlacement.Source.SFORM);
        assertThat(both.disagreement()).isFalse();

        NiftiPlacement qform = read("qform_only_flipped").placement();
        assertThat(qform.source()).isEqualTo(NiftiPlacement.Source.QFORM);
        assertThat(qform.reason()).contains("no sform");

        NiftiPlacement sform = read("scaled_int16").placement();
        assertThat(sform.source()).isEqualTo(NiftiPlacement.Source.SFORM);
        assertThat(sform.reason()).contains("no qform");

        NiftiPlacement apart = read("sform_and_other_qform").placement();
        assertThat(apart.source()).isEqualTo(NiftiPlacement.Source.SFORM);
        assertThat(apart.disagreement()).isTrue();
        assertThat(apart.reason()).contains("disagrees").contains("mm");
    }
}
