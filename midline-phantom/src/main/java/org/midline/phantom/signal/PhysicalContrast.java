package org.midline.phantom.signal;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/** A pulse sequence's view of one patient. Signals are relative to water at full magnetisation. */
public final class PhysicalContrast implements Contrast {
    private static final double FLOW_VOID = 0.15;

    private final PulseSequence sequence;
    private final PatientRelaxation patient;

    public PhysicalContrast(PulseSequence sequence, PatientRelaxation patient) {
        this.sequence = sequence;
        this.patient = patient;
    }

    @Override
    public float signal(Material material) {
        Tissue host = material.host();
        if (material.isHealthy() || !host.isBrain()) {
            return (float) (flow(host) * sequence.signal(patient.of(host)));
        }
        Relaxation swollen = patient.of(host).mixed(patient.tumour(), 0.55 * material.oedema());
        Relaxation infiltrated = swollen.mixed(patient.tumour(), 0.92 * material.density());
        Relaxation dead = infiltrated.mixed(patient.necrosis(), material.necrosis());
        double agent = patient.enhancementMmolPerL() * material.enhancing();
        return (float) sequence.signal(dead.withGadolinium(dead.gadoliniumMmolPerL() + agent));
    }

    @Override
    public float texture(Material material) {
        double host = TissueTable.builtIn().row(material.host()).texture();
        return (float) (host + material.density() * patient.tumourTexture());
    }

    private double flow(Tissue vessel) {
        if (vessel != Tissue.ARTERY && vessel != Tissue.VEIN) {
            return 1;
        }
        if (sequence.echoTimeMs() > 40) {
            return vessel == Tissue.VEIN ? 2 * FLOW_VOID : FLOW_VOID;
        }
        return sequence instanceof PulseSequence.SpinEcho && vessel == Tissue.ARTERY ? 0.5 : 1;
    }
}
