package org.midline.phantom.signal;

import java.util.EnumMap;
import java.util.Map;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.TumourPlan;

/** One patient's tissues and tumour in numbers. */
public final class PatientRelaxation {
    private final Map<Tissue, Relaxation> tissues = new EnumMap<>(Tissue.class);
    private final Relaxation tumour;
    private final Relaxation necrosis;
    private final double enhancementMmolPerL;
    private final double tumourTexture;

    /** @param conspicuity how much the tumour differs from its host, {@link TumourPlan#conspicuity()} */
    public PatientRelaxation(FieldStrength field, double ageYears, double conspicuity, Draw draw) {
        double immature = 0.14 * Math.exp(-(ageYears - 2) / 2.5);
        for (Tissue tissue : Tissue.values()) {
            TissueTable.Row row = TissueTable.builtIn().row(tissue);
            Relaxation mean = row.at(field);
            boolean myelinated = tissue == Tissue.WHITE_MATTER || tissue == Tissue.CEREBELLAR_WHITE_MATTER;
            double ripening = myelinated ? 1 + immature : 1;
            double spread = row.spread();
            tissues.put(
                    tissue,
                    new Relaxation(
                            mean.t1Ms() * ripening * draw.normal(1, spread),
                            mean.t2Ms() * ripening * draw.normal(1, spread),
                            Math.min(1, mean.protonDensity() * draw.normal(1, 0.4 * spread)),
                            mean.gadoliniumMmolPerL() * draw.uniform(0.6, 1.4)));
        }
        double longer = field == FieldStrength.TESLA_3 ? 1.2 : 1;
        tumour = new Relaxation(
                longer * (850 + conspicuity * draw.uniform(80, 600)),
                90 + conspicuity * draw.uniform(40, 125),
                draw.uniform(0.82, 0.90),
                0);
        necrosis =
                new Relaxation(longer * draw.uniform(1700, 2900), draw.uniform(220, 600), draw.uniform(0.92, 0.98), 0);
        enhancementMmolPerL = draw.uniform(0.25, 0.9);
        tumourTexture = draw.uniform(0.02, 0.10);
    }

    public Relaxation of(Tissue tissue) {
        return tissues.get(tissue);
    }

    Relaxation tumour() {
        return tumour;
    }

    Relaxation necrosis() {
        return necrosis;
    }

    double enhancementMmolPerL() {
        return enhancementMmolPerL;
    }

    double tumourTexture() {
        return tumourTexture;
    }
}
