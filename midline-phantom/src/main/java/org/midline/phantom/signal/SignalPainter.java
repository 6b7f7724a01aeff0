package org.midline.phantom.signal;

import java.util.Optional;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;
import org.midline.phantom.tumour.Tumour;

/** Turns a head with its tumour into the noiseless signal of a sequence, on the head's own grid. */
public final class SignalPainter {
    private static final double FLOW_VOID = 0.15;

    private final HeadMap head;
    private final Optional<Tumour> tumour;
    private final PatientRelaxation relaxation;
    private final float[] texture;
    private final NoiseField tumourTexture;

    public SignalPainter(HeadMap head, Optional<Tumour> tumour, PatientRelaxation relaxation, Draw draw) {
        this.head = head;
        this.tumour = tumour;
        this.relaxation = relaxation;
        texture = texture(head, draw);
        tumourTexture = new NoiseField(draw, 2.2, 2);
    }

    /** Signal per voxel, relative to water at full magnetisation. */
    public float[] paint(PulseSequence sequence) {
        Tissue[] all = Tissue.values();
        var plain = new float[all.length];
        for (Tissue tissue : all) {
            double flow = tissue == Tissue.ARTERY || tissue == Tissue.VEIN ? flow(sequence, tissue) : 1;
            plain[tissue.index()] = (float) (flow * sequence.signal(relaxation.of(tissue)));
        }
        byte[] tissues = head.tissues();
        var signal = new float[tissues.length];
        for (int n = 0; n < signal.length; n++) {
            signal[n] = plain[tissues[n]] * texture[n];
        }
        tumour.ifPresent(grown -> paintTumour(sequence, grown, signal));
        return signal;
    }

    private static double flow(PulseSequence sequence, Tissue vessel) {
        if (sequence.echoTimeMs() > 40) {
            return vessel == Tissue.VEIN ? 2 * FLOW_VOID : FLOW_VOID;
        }
        return sequence instanceof PulseSequence.SpinEcho && vessel == Tissue.ARTERY ? 0.5 : 1;
    }

    private void paintTumour(PulseSequence sequence, Tumour grown, float[] signal) {
        int n = 0;
        for (int k = 0; k < grown.sizeK(); k++) {
            for (int j = 0; j < grown.sizeJ(); j++) {
                for (int i = 0; i < grown.sizeI(); i++, n++) {
                    if (grown.density()[n] > 0.01 || grown.oedema()[n] > 0.01) {
                        int voxel = head.grid().index(i + grown.startI(), j + grown.startJ(), k + grown.startK());
                        Tissue host = Tissue.of(head.tissues()[voxel]);
                        if (host.isBrain()) {
                            double noise = tumourTexture.at(i, j, k);
                            signal[voxel] = (float) sequence.signal(mixture(host, grown, n, noise)) * texture[voxel];
                        }
                    }
                }
            }
        }
    }

    private Relaxation mixture(Tissue host, Tumour grown, int n, double noise) {
        Relaxation here = relaxation.of(host);
        Relaxation bulk = relaxation.tumour();
        double vary = 1 + relaxation.tumourTexture() * noise;
        Relaxation varied = new Relaxation(bulk.t1Ms() * vary, bulk.t2Ms() * vary, bulk.protonDensity(), 0);
        Relaxation swollen = here.mixed(varied, 0.55 * grown.oedema()[n]);
        Relaxation infiltrated = swollen.mixed(varied, 0.92 * grown.density()[n]);
        Relaxation dead = infiltrated.mixed(relaxation.necrosis(), grown.necrosis()[n]);
        double agent = relaxation.enhancementMmolPerL() * grown.enhancing()[n];
        return dead.withGadolinium(dead.gadoliniumMmolPerL() + agent);
    }

    private static float[] texture(HeadMap head, Draw draw) {
        var smooth = new NoiseField(draw, 4, 2);
        var fine = new NoiseField(draw, 1.6, 1);
        var amplitude = new float[Tissue.values().length];
        for (Tissue tissue : Tissue.values()) {
            amplitude[tissue.index()] =
                    (float) TissueTable.builtIn().row(tissue).texture();
        }
        byte air = Tissue.AIR.label();
        var result = new float[head.tissues().length];
        int n = 0;
        for (int k = 0; k < head.grid().sizeK(); k++) {
            for (int j = 0; j < head.grid().sizeJ(); j++) {
                for (int i = 0; i < head.grid().sizeI(); i++, n++) {
                    byte tissue = head.tissues()[n];
                    result[n] = tissue == air
                            ? 1
                            : Math.max(
                                    0.2f,
                                    1 + amplitude[tissue] * (0.7f * smooth.at(i, j, k) + 0.7f * fine.at(i, j, k)));
                }
            }
        }
        return result;
    }
}
