package org.midline.phantom.cohort;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.midline.cohort.CohortPatient;
import org.midline.core.VoxelGrid;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.TumourPlan;

/** What a cohort tells of a synthetic patient besides the images, and how an earlier run's patient is known again. */
final class PatientAttributes {

    private PatientAttributes() {}

    static boolean tellOf(PlannedPatient planned, CohortPatient earlier) {
        Map<String, String> attributes = earlier.attributes();
        return earlier.split() == planned.split()
                && Long.toString(planned.seed()).equals(attributes.get("seed"))
                && PatientSynthesizer.RECIPE.equals(attributes.get("recipe"))
                && planned.population().fingerprint().equals(attributes.get("population"));
    }

    static Map<String, String> of(PlannedPatient planned, SyntheticPatient patient) {
        var attributes = new TreeMap<String, String>();
        attributes.put("seed", Long.toString(planned.seed()));
        attributes.put("recipe", PatientSynthesizer.RECIPE);
        attributes.put("population", planned.population().fingerprint());
        attributes.put("age_years", formatted("%.1f", patient.ageYears()));
        attributes.put("centre", patient.centre());
        attributes.put("head", patient.headSource());
        attributes.put("head_kind", isProcedural(planned) ? "procedural" : "real");
        attributes.put("finding", patient.finding().key());
        if (patient.finding() instanceof Finding.Glioma glioma) {
            TumourPlan plan = glioma.plan();
            attributes.put("site", key(plan.site()));
            attributes.put("volume_ml", formatted("%.2f", patient.volumeMl()));
            attributes.put("enhancement", key(plan.enhancement()));
            attributes.put("conspicuity", formatted("%.2f", plan.conspicuity()));
        }
        patient.images().forEach((sequence, image) -> {
            VoxelGrid grid = image.image().grid();
            String key = sequence.key();
            attributes.put("field_t", formatted("%.1f", image.protocol().field().tesla()));
            attributes.put("protocol_" + key, image.protocol().description());
            attributes.put("pixel_mm_" + key, formatted("%.3f", grid.spacingMm(0)));
            attributes.put("slice_mm_" + key, formatted("%.3f", grid.spacingMm(2)));
            if (!image.gtv().isEmpty()) {
                double dsc = ExpertAgreement.dsc(planned.seed(), sequence, image);
                attributes.put("expert_dsc_" + key, formatted("%.3f", dsc));
            }
        });
        return attributes;
    }

    private static boolean isProcedural(PlannedPatient planned) {
        return planned.population().heads().equals(HeadPool.PROCEDURAL);
    }

    private static String formatted(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
