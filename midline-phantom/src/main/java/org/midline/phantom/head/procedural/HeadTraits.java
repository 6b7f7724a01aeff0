package org.midline.phantom.head.procedural;

import java.util.Optional;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.noise.Draw;

/**
 * What makes one procedural head differ from another, apart from its random fields. Lengths are those of the adult
 * template; the head as a whole is scaled.
 *
 * @param scale of the template along left-right, anterior-posterior, inferior-superior
 * @param patientToTemplate the head's place in the scanner: from patient LPS mm to template mm, without deformation
 * @param csfGapMm between skull and gyri; narrow in small children, as are the sulci
 * @param leftVentricle how much larger the left lateral ventricle is than the right, as a factor
 * @param cavumHalfWidthMm of a cavum septi pellucidi, 0 for none
 * @param tonsilDescentMm how much lower than usual the cerebellar tonsils end
 * @param fossaLiftMm how much higher than usual the floor of the posterior fossa lies
 * @param cisternaMagnaMm how much wider than usual the cisterna magna is
 */
record HeadTraits(
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
        double leftVentricle,
        double thirdVentricleHalfWidthMm,
        double cavumHalfWidthMm,
        double brainstemScale,
        double cisternMm,
        double tonsilDescentMm,
        double fossaLiftMm,
        double cisternaMagnaMm,
        Optional<ArachnoidCyst> cyst) {

    /** A patient of 2 to 30 years, as many below 10 as the disease has. */
    static HeadTraits draw(HeadVariant variant, Draw draw) {
        double age = draw.chance(0.65) ? draw.uniform(2, 11) : draw.uniform(11, 30);
        double grown = Math.min(1, 0.45 + 0.55 * Math.min(1, (age - 2) / 12));
        double size = 0.925 + 0.055 * grown + draw.normal(0, 0.02);
        var scale = new Vec3(size * draw.normal(1, 0.025), size * draw.normal(1, 0.025), size * draw.normal(1, 0.02));
        boolean hydrocephalus = variant == HeadVariant.HYDROCEPHALUS;
        boolean mild = !hydrocephalus && draw.chance(0.1);
        boolean chiari = variant == HeadVariant.CHIARI;
        double ventricles =
                hydrocephalus ? draw.uniform(1.7, 2.4) : mild ? draw.uniform(1.3, 1.7) : draw.uniform(0.65, 1.3);
        double thirdVentricle =
                hydrocephalus ? draw.uniform(4, 6.5) : mild ? draw.uniform(2.6, 4) : draw.uniform(1.3, 2.8);
        double open = 0.22 + 0.01 * Math.min(age, 20) + draw.uniform(-0.05, 0.3);
        return new HeadTraits(
                age,
                scale,
                pose(draw, scale),
                (3 + 4 * grown) * draw.normal(1, 0.12),
                (4 + 2.5 * grown) * draw.normal(1, 0.15),
                hydrocephalus ? draw.uniform(0.4, 0.8) : draw.uniform(0.6, 1.4 + 0.08 * Math.min(age, 15)),
                draw.uniform(2.3, 2.9),
                hydrocephalus ? draw.uniform(0.1, 0.25) : mild ? 0.7 * open : open,
                draw.uniform(13, 19.5),
                ventricles,
                draw.normal(1.04, 0.08),
                thirdVentricle,
                draw.chance(0.08) ? draw.uniform(1.5, 4) : 0,
                draw.normal(0.94, 0.04),
                chiari ? draw.uniform(1.2, 2.2) : draw.uniform(2.5, 5),
                chiari ? draw.uniform(13, 26) : draw.uniform(-3, 2),
                chiari ? draw.uniform(3, 7) : 0,
                !chiari && draw.chance(0.06) ? draw.uniform(5, 10) : 0,
                draw.chance(0.04) ? Optional.of(ArachnoidCyst.draw(draw)) : Optional.empty());
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
