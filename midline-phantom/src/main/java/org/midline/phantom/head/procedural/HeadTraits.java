package org.midline.phantom.head.procedural;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;

/**
 * What makes one procedural head differ from another, apart from its random fields. Lengths are those of the adult
 * template; the head as a whole is scaled.
 *
 * @param scale of the template along left-right, anterior-posterior, inferior-superior
 * @param patientToTemplate the head's place in the scanner: from patient LPS mm to template mm, without deformation
 */
public record HeadTraits(
        double ageYears,
        Vec3 scale,
        Affine patientToTemplate,
        double skullMm,
        double scalpMm,
        double csfGapMm,
        double cortexMm,
        double sulcusHalfWidthMm,
        double sulcusDepthMm,
        double ventricleScale,
        double thirdVentricleHalfWidthMm,
        double brainstemScale,
        double cisternMm,
        double deformationMm) {

    /** A patient of 2 to 30 years, as many below 10 as the disease has. */
    public static HeadTraits draw(Draw draw) {
        double age = draw.chance(0.65) ? draw.uniform(2, 11) : draw.uniform(11, 30);
        double grown = Math.min(1, 0.45 + 0.55 * Math.min(1, (age - 2) / 12));
        double size = 0.925 + 0.055 * grown + draw.normal(0, 0.02);
        var scale = new Vec3(size * draw.normal(1, 0.025), size * draw.normal(1, 0.025), size * draw.normal(1, 0.02));
        boolean hydrocephalus = draw.chance(0.12);
        double ventricles = hydrocephalus ? draw.uniform(1.5, 2.1) : draw.uniform(0.65, 1.35);
        return new HeadTraits(
                age,
                scale,
                pose(draw, scale),
                (3 + 4 * grown) * draw.normal(1, 0.12),
                (4 + 2.5 * grown) * draw.normal(1, 0.15),
                draw.uniform(0.7, 2.4),
                draw.uniform(2.4, 3.1),
                hydrocephalus ? draw.uniform(0.1, 0.35) : draw.uniform(0.15, 0.6),
                draw.uniform(12, 19),
                ventricles,
                hydrocephalus ? draw.uniform(3.5, 6) : draw.uniform(1.4, 3),
                draw.normal(0.94, 0.04),
                draw.uniform(2.5, 5),
                draw.uniform(1.2, 2.6));
    }

    private static Affine pose(Draw draw, Vec3 scale) {
        Affine turn = Affine.rotation(2, draw.normal(0, 4)).after(Affine.rotation(1, draw.normal(0, 4)));
        turn = turn.after(Affine.rotation(0, draw.normal(0, 7)));
        var shift = Affine.translation(draw.normal(0, 4), draw.normal(0, 5), draw.normal(0, 5));
        return Affine.scaling(1 / scale.x(), 1 / scale.y(), 1 / scale.z())
                .after(turn)
                .after(shift);
    }
}
