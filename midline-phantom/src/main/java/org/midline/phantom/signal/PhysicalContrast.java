package org.midline.phantom.signal;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/**
 * A pulse sequence's view of one patient. Signals are relative to water at full magnetisation.
 *
 * <p>Tumour and swelling change the relaxation times of the brain that they are in. Where a tumour has grown into
 * fluid (see {@link #givesWay}) the voxel holds tumour beside the fluid, and signals add instead. Necrosis, cyst and
 * haemorrhage take the place of whatever is there, again as signals that add. Bone, vessels and the rest of the head
 * stay what they are.
 */
public final class PhysicalContrast implements Contrast {
    private static final double FLOW_VOID = 0.15;

    private final PulseSequence sequence;
    private final PatientRelaxation patient;

    public PhysicalContrast(PulseSequence sequence, PatientRelaxation patient) {
        this.sequence = sequence;
        this.patient = patient;
    }

    /** Whether a tumour takes the place of a tissue when it grows there. */
    static boolean givesWay(Tissue host) {
        return host.isBrain()
                || host == Tissue.CSF
                || host == Tissue.VENTRICLE
                || host == Tissue.CHOROID_PLEXUS
                || host == Tissue.PITUITARY;
    }

    @Override
    public float signal(Material material) {
        Tissue host = material.host();
        if (material.isHealthy() || !givesWay(host)) {
            return (float) (flow(host) * sequence.signal(patient.of(host)));
        }
        DiseasedTissue disease = patient.disease();
        double agent = disease.enhancementMmolPerL() * material.enhancing();
        double solid = host.isBrain() ? inBrain(material, agent) : besideFluid(material, agent);
        double necrosis = material.necrosis();
        double cyst = (1 - necrosis) * material.cyst();
        double blood = (1 - necrosis - cyst) * material.haemorrhage();
        // What is fluid is no longer reached by the blood: agent stays in the living share.
        return (float) ((1 - necrosis - cyst - blood) * solid
                + necrosis * sequence.signal(disease.necrosis())
                + cyst * sequence.signal(disease.cyst())
                + blood * sequence.signal(disease.haemorrhage()));
    }

    @Override
    public float texture(Material material) {
        double host = TissueTable.builtIn().row(material.host()).texture();
        if (!givesWay(material.host())) {
            return (float) host;
        }
        double fluid = Math.max(material.necrosis(), material.cyst());
        return (float) (host
                + material.density() * (1 - 0.7 * fluid) * patient.disease().texture());
    }

    private double inBrain(Material material, double agent) {
        Relaxation tumour = patient.disease().tumour();
        Relaxation swollen = patient.of(material.host()).mixed(tumour, 0.55 * material.oedema());
        Relaxation infiltrated = swollen.mixed(tumour, 0.92 * material.density());
        return sequence.signal(infiltrated.withGadolinium(infiltrated.gadoliniumMmolPerL() + agent));
    }

    private double besideFluid(Material material, double agent) {
        double share = Math.min(1, 1.25 * material.density());
        double tumour = sequence.signal(patient.disease().tumour().withGadolinium(agent));
        return share * tumour + (1 - share) * sequence.signal(patient.of(material.host()));
    }

    private double flow(Tissue vessel) {
        if (vessel != Tissue.ARTERY && vessel != Tissue.VEIN) {
            return 1;
        }
        boolean artery = vessel == Tissue.ARTERY;
        return switch (sequence.kind()) {
            case FAST_SPIN_ECHO, INVERSION_RECOVERY -> artery ? FLOW_VOID : 2 * FLOW_VOID;
            case SPIN_ECHO -> artery ? 0.5 : 1;
            case MPRAGE, SPOILED_GRADIENT_ECHO -> 1;
        };
    }
}
