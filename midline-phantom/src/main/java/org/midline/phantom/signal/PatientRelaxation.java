package org.midline.phantom.signal;

import java.util.EnumMap;
import java.util.Map;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.TumourPlan;

/** One patient's tissues and disease in numbers. */
public final class PatientRelaxation {
    private final Map<Tissue, Relaxation> tissues = new EnumMap<>(Tissue.class);
    private final DiseasedTissue disease;

    /** @param conspicuity how much the tumour differs from its host, {@link TumourPlan#conspicuity()} */
    public PatientRelaxation(FieldStrength field, double ageYears, double conspicuity, Draw draw) {
        this(field, ageYears, conspicuity, 1, draw);
    }

    private PatientRelaxation(FieldStrength field, double ageYears, double conspicuity, double jitter, Draw draw) {
        for (Tissue tissue : Tissue.values()) {
            TissueTable.Row row = TissueTable.builtIn().row(tissue);
            Relaxation mean = Ageing.at(ageYears, tissue, row.at(field));
            double spread = row.spread();
            tissues.put(
                    tissue,
                    new Relaxation(
                            mean.t1Ms() * draw.normal(1, spread) * draw.logUniform(1 / jitter, jitter),
                            mean.t2Ms() * draw.normal(1, spread) * draw.logUniform(1 / jitter, jitter),
                            Math.min(1, mean.protonDensity() * draw.normal(1, 0.4 * spread + 0.1 * (jitter - 1))),
                            mean.gadoliniumMmolPerL() * draw.uniform(0.6, 1.4),
                            mean.fat()));
        }
        disease = DiseasedTissue.draw(field, conspicuity, draw);
    }

    /**
     * Tissues as no patient has them, for training: each tissue's relaxation times drawn apart from the others', by up to
     * a factor of {@code jitter} either way.
     */
    static PatientRelaxation jittered(FieldStrength field, double ageYears, double jitter, Draw draw) {
        return new PatientRelaxation(field, ageYears, draw.uniform(0.3, 1.2), jitter, draw);
    }

    public Relaxation of(Tissue tissue) {
        return tissues.get(tissue);
    }

    DiseasedTissue disease() {
        return disease;
    }
}
