package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SharedMaterial;

/** Geometry and values of real series against those of SimpleITK 2.5 (GDCM), written down by hand. */
class RealSeriesTest {

    @Test
    void aSagittalObliqueSeriesLiesWhereAnIndependentReaderPutsIt(@TempDir Path temp) throws Exception {
        Path archive = SharedMaterial.data("dicom/child-t1.tar.xz");
        assertThat(SharedMaterial.run(temp, "tar", "xf", archive.toString())).isZero();

        DicomStudy study = DicomStudyReader.read(List.of(temp.resolve("child-t1")));

        assertThat(study.setAside()).isEmpty();
        assertThat(study.series()).hasSize(1);
        MrSeries series = study.series().get(0);
        VoxelGrid grid = series.volume().grid();
        assertThat(List.of(grid.sizeI(), grid.sizeJ(), grid.sizeK())).containsExactly(256, 256, 192);
        near(grid.patientLps(0, 0, 0), new Vec3(76.878009085614, -112.23715682468, 96.389268465239), 1e-6);
        near(
                grid.patientLps(255, 255, 191),
                new Vec3(-78.9891657543587, 165.07416353008273, -59.811543008372574),
                1e-3);
        assertThat(grid.spacingMm(0)).isEqualTo(0.859375, within(1e-9));
        assertThat(grid.spacingMm(1)).isEqualTo(0.859375, within(1e-9));
        assertThat(grid.spacingMm(2)).isEqualTo(0.9000000158945739, within(1e-6));
        assertThat(grid.voxelToPatientLps().determinant()).isPositive();
        assertThat(series.volume().at(128, 128, 96)).isEqualTo(145);
        assertThat(series.volume().at(100, 80, 48)).isEqualTo(131);
        assertThat(sum(series)).isEqualTo(868503335.0);
        assertThat(series.slices()).hasSize(192);
        assertThat(series.attributes().scanningSequence()).containsExactly("GR", "IR");
        assertThat(series.attributes().inversionTimeMs()).hasValue(900);
        assertThat(series.attributes().contrastBolusAgent()).isEmpty();
        assertThat(series.patientStudy().patientId()).isEqualTo("1449c1d");
    }

    /** Its positions are rounded, so that gaps differ by 0.1 mm. */
    @Test
    void anObliqueSeriesWithRoundedPositionsIsOneVolume() {
        DicomStudy study = DicomStudyReader.read(List.of(SharedMaterial.data("dicom/volume-big-endian")));

        assertThat(study.setAside()).isEmpty();
        MrSeries series = study.series().get(0);
        VoxelGrid grid = series.volume().grid();
        assertThat(List.of(grid.sizeI(), grid.sizeJ(), grid.sizeK())).containsExactly(256, 256, 20);
        near(grid.patientLps(0, 0, 0), new Vec3(-110.5, -78.3063, -72.7575), 1e-9);
        near(grid.patientLps(255, 255, 19), new Vec3(108.640625, 121.00893423819471, 88.44951264512102), 2e-3);
        assertThat(grid.spacingMm(2)).isEqualTo(7.000524317522338, within(1e-3));
        assertThat(series.volume().at(128, 128, 10)).isEqualTo(407);
        assertThat(series.volume().at(100, 80, 5)).isEqualTo(44);
        assertThat(sum(series)).isEqualTo(219593921.0);
    }

    private static void near(Vec3 found, Vec3 expected, double toleranceMm) {
        assertThat(found.minus(expected).length())
                .as("%s against %s", found, expected)
                .isLessThan(toleranceMm);
    }

    private static double sum(MrSeries series) {
        double sum = 0;
        for (float value : series.volume().values()) {
            sum += value;
        }
        return sum;
    }
}
