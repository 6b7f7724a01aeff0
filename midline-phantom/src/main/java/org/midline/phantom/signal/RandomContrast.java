package org.midline.phantom.signal;

import java.util.EnumMap;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.noise.Draw;

/**
 * Contrasts that no scanner makes, so that a network trained on them relies on shape and place and not on one
 * contrast: domain randomisation after Billot et al. (SynthSeg), Med Image Anal 2023. Each tissue and each share of a
 * disease has a mean drawn from {@value #LEAST_MEAN} to {@value #MOST_MEAN} and a standard deviation from
 * {@value #LEAST_DEVIATION} to {@value #MOST_DEVIATION}, the ranges that SynthSeg's generator has by default; a
 * material's mean and deviation are mixed by its shares.
 *
 * <p>What is fluid is one tissue here, and so are the parts of the brainstem, but for a few per cent: they would not be
 * told apart by their signal in any sequence. Air is dark but for one image in twenty.
 */
public final class RandomContrast implements Contrast {
    private static final double LEAST_MEAN = 25;
    private static final double MOST_MEAN = 225;
    private static final double LEAST_DEVIATION = 5;
    private static final double MOST_DEVIATION = 25;

    private final Map<Tissue, Look> tissues = new EnumMap<>(Tissue.class);
    private final Look tumour;
    private final Look oedema;
    private final Look necrosis;
    private final Look cyst;
    private final Look haemorrhage;
    private final Look enhancing;
    private final float reference;

    public RandomContrast(Draw draw) {
        for (Tissue tissue : Tissue.values()) {
            Look own = Look.draw(draw);
            double near = draw.normal(1, 0.03);
            Look shared = tissues.get(likeness(tissue));
            tissues.put(tissue, shared == null ? own : new Look(near * shared.mean, shared.deviation));
        }
        boolean darkAir = draw.chance(0.95);
        tissues.computeIfPresent(
                Tissue.AIR, (air, look) -> darkAir ? new Look(draw.uniform(0, 8), draw.uniform(0, 2)) : look);
        tumour = Look.draw(draw);
        oedema = Look.draw(draw);
        necrosis = Look.draw(draw);
        cyst = Look.draw(draw);
        haemorrhage = Look.draw(draw);
        enhancing = draw.chance(0.4) ? tumour : Look.draw(draw);
        double sum = 0;
        int count = 0;
        for (Tissue tissue : Tissue.values()) {
            if (tissue.isBrain()) {
                sum += tissues.get(tissue).mean;
                count++;
            }
        }
        reference = (float) (sum / count);
    }

    /**
     * The physics of a sequence with relaxation times and timing drawn far more widely than patients and scanners have
     * them. A tumour always differs from the brain around it.
     */
    public static Contrast jitteredPhysics(Sequence sequence, FieldStrength field, double ageYears, Draw draw) {
        return new ToldApart(new PhysicalContrast(
                JitteredTiming.draw(sequence, draw), PatientRelaxation.jittered(field, ageYears, 1.3, draw)));
    }

    @Override
    public float signal(Material material) {
        return (float) mixed(material).mean;
    }

    @Override
    public float texture(Material material) {
        Look look = mixed(material);
        return (float) (look.deviation / Math.max(look.mean, LEAST_MEAN));
    }

    /** The mean of the brain's tissues. */
    @Override
    public float reference() {
        return reference;
    }

    private Look mixed(Material material) {
        Look host = tissues.get(material.host());
        if (material.isHealthy() || !PhysicalContrast.givesWay(material.host())) {
            return host;
        }
        return host.mixed(oedema, material.oedema())
                .mixed(tumour, material.density())
                .mixed(enhancing, material.enhancing())
                .mixed(haemorrhage, material.haemorrhage())
                .mixed(cyst, material.cyst())
                .mixed(necrosis, material.necrosis());
    }

    /** The tissue, earlier in order, that looks nearly the same in every image; itself if there is none. */
    private static Tissue likeness(Tissue tissue) {
        return switch (tissue) {
            case VENTRICLE -> Tissue.CSF;
            case PONS, MEDULLA, SPINAL_CORD -> Tissue.MIDBRAIN;
            case CEREBELLAR_CORTEX -> Tissue.CORTEX;
            case CEREBELLAR_WHITE_MATTER -> Tissue.WHITE_MATTER;
            default -> tissue;
        };
    }

    private record Look(double mean, double deviation) {
        static Look draw(Draw draw) {
            return new Look(draw.uniform(LEAST_MEAN, MOST_MEAN), draw.uniform(LEAST_DEVIATION, MOST_DEVIATION));
        }

        Look mixed(Look other, double share) {
            return new Look(mean + share * (other.mean - mean), deviation + share * (other.deviation - deviation));
        }
    }
}
