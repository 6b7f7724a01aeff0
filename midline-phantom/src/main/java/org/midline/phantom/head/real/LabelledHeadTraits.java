package org.midline.phantom.head.real;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.deformation.RandomDiffeomorphism;
import org.midline.phantom.noise.Draw;

/**
 * What makes a patient's head differ from the label map it comes from. Sizes and amplitudes are chosen for this
 * phantom.
 *
 * @param patientToUpright pose and size: from patient LPS mm to the upright, adult head's mm
 * @param shape upright mm, applied after {@code patientToUpright}
 * @param fluidShare fluid around the brain is at most about this share of the brain
 */
record LabelledHeadTraits(double ageYears, Affine patientToUpright, Deformation shape, double fluidShare) {
    private static final List<RandomDiffeomorphism.Range> SHAPE = List.of(
            new RandomDiffeomorphism.Range(70, 3.5),
            new RandomDiffeomorphism.Range(35, 1.6),
            new RandomDiffeomorphism.Range(16, 0.6));
    /** A box around an upright adult head, 4 mm a voxel. */
    private static final VoxelGrid HEAD =
            new VoxelGrid(46, 58, 56, Affine.scaling(4, 4, 4).withTranslation(new Vec3(-90, -105, -125)));

    /** A patient of 2 to 30 years. */
    static LabelledHeadTraits draw(Draw draw) {
        double age = draw.chance(0.65) ? draw.uniform(2, 11) : draw.uniform(11, 30);
        double grown = Math.min(1, 0.45 + 0.55 * Math.min(1, (age - 2) / 12));
        double size = 0.945 + 0.055 * grown + draw.normal(0, 0.02);
        var scale = new Vec3(size * draw.normal(1, 0.025), size * draw.normal(1, 0.025), size * draw.normal(1, 0.02));
        Affine turn = Affine.rotation(2, draw.normal(0, 4)).after(Affine.rotation(1, draw.normal(0, 4)));
        turn = turn.after(Affine.rotation(0, draw.normal(0, 7)));
        var shift = Affine.translation(draw.normal(0, 4), draw.normal(-3, 5), draw.normal(7, 4));
        Affine patientToUpright = Affine.scaling(1 / scale.x(), 1 / scale.y(), 1 / scale.z())
                .after(turn)
                .after(shift);
        double fluidShare = draw.uniform(0.10, 0.22);
        return new LabelledHeadTraits(
                age, patientToUpright, RandomDiffeomorphism.draw(HEAD, SHAPE, draw.split()), fluidShare);
    }
}
