package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** Any rotation, mirrored or not, comes back through the qform, which only holds three of four numbers. */
class QuaternionTest {
    private static final int SFORM_CODE = 254;

    /** Rotation about an axis by Rodrigues' formula, independent of quaternions. */
    private static Vec3 rotate(Vec3 v, Vec3 axis, double angle) {
        return v.times(Math.cos(angle))
                .plus(axis.cross(v).times(Math.sin(angle)))
                .plus(axis.times(axis.dot(v) * (1 - Math.cos(angle))));
    }

    @Property(tries = 500)
    void qformAgreesWithSform(
            @ForAll @DoubleRange(min = -1, max = 1) double z,
            @ForAll @DoubleRange(min = 0, max = 360) double longitudeDeg,
            @ForAll @DoubleRange(min = 0, max = 180) double angleDeg,
            @ForAll boolean mirrored) {
        double r = Math.sqrt(1 - z * z);
        double longitude = Math.toRadians(longitudeDeg);
        double angle = Math.toRadians(angleDeg);
        var axis = new Vec3(r * Math.cos(longitude), r * Math.sin(longitude), z);
        var grid = new VoxelGrid(
                256,
                200,
                2,
                new Affine(
                        rotate(new Vec3(0.5, 0, 0), axis, angle),
                        rotate(new Vec3(0, 0.5, 0), axis, angle),
                        rotate(new Vec3(0, 0, mirrored ? -4 : 4), axis, angle),
                        new Vec3(-100, 20, 3)));
        byte[] bytes = new HeaderEncoder(grid, NiftiDatatype.UINT8).encode();
        NiftiPlacement both = place(bytes).placement();
        assertThat(both.source()).isEqualTo(NiftiPlacement.Source.SFORM);
        assertThat(both.reason()).contains("agrees with the qform");
        assertThat(both.disagreement()).isFalse();
        bytes[SFORM_CODE] = 0;
        PlacedGrid byQform = place(bytes);
        assertThat(byQform.placement().source()).isEqualTo(NiftiPlacement.Source.QFORM);
        assertThat(byQform.grid().sameAs(grid, 0.15)).isTrue();
    }

    private static PlacedGrid place(byte[] bytes) {
        Path file = Path.of("rotated.nii");
        return PlacedGrid.of(file, NiftiHeader.parse(file, bytes), 256, 200, 2);
    }
}
