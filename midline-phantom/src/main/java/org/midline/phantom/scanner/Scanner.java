package org.midline.phantom.scanner;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NormalDeviates;

/** Acquires images of a head, and the truth on their grids. */
public final class Scanner {
    private final HeadMap head;

    public Scanner(HeadMap head) {
        this.head = head;
    }

    /**
     * The magnitude image of a protocol, in whole stored units: slices are excited, seen by the coils, disturbed by flow,
     * folded at the borders of the field, disturbed by motion and noise, and made from a part of k-space.
     *
     * @param signal on the head's grid
     * @param reference the contrast's, that intensity and noise are reckoned from
     */
    public Volume image(Protocol protocol, float[] signal, double reference, Draw draw) {
        Artefacts artefacts = protocol.artefacts();
        Frame frame = protocol.frame();
        VoxelGrid wide = artefacts.wrap().widened(protocol.grid(), protocol.phaseAlongI());
        float[] seen = wholeHead(wide, protocol).sample(signal);
        scale(seen, wide, protocol, reference, draw.split());
        float[] real = artefacts.wrap().folded(seen, frame);
        flow(real, protocol);
        var imaginary = new float[real.length];
        artefacts.ghosts().add(real.clone(), real, imaginary, frame);
        addNoise(real, imaginary, protocol, draw.split());
        artefacts.pointSpread().apply(real, frame.sizeI(), frame.sizeJ(), frame.sizeK());
        artefacts.pointSpread().apply(imaginary, frame.sizeI(), frame.sizeJ(), frame.sizeK());
        for (int n = 0; n < real.length; n++) {
            real[n] = Math.round((float) Math.sqrt(real[n] * real[n] + imaginary[n] * imaginary[n]));
        }
        new Presenter(head).present(protocol, real);
        return new Volume(protocol.grid(), real);
    }

    private void scale(float[] values, VoxelGrid grid, Protocol protocol, double reference, Draw draw) {
        SlicePulse pulse = protocol.artefacts().slicePulse();
        Vec3 centre = head.patientToStandard().inverse().apply(0, 12, 0);
        CoilBias.Sensitivity coils = protocol.artefacts().bias().draw(centre, draw);
        double scale = protocol.intensity().whiteMatterLevel() / reference;
        var row = new float[grid.sizeI()];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            float gain = (float) (scale * pulse.gain(k));
            for (int j = 0; j < grid.sizeJ(); j++) {
                coils.row(grid, j, k, row);
                for (int i = 0; i < row.length; i++, n++) {
                    values[n] *= gain * row[i];
                }
            }
        }
    }

    private void flow(float[] values, Protocol protocol) {
        FlowArtefact flow = protocol.artefacts().flow();
        double level = protocol.intensity().whiteMatterLevel();
        if (flow.touchesVessels()) {
            float[] vessels = protocol.pulses().contrastGiven()
                    ? share(protocol, Tissue.ARTERY, Tissue.VEIN)
                    : share(protocol, Tissue.ARTERY);
            flow.addGhosts(vessels, level, values, protocol.frame());
            flow.addInflow(vessels, level, values, protocol.grid());
        }
        if (flow.fluid() != 0) {
            float[] fluid = share(protocol, Tissue.CSF, Tissue.VENTRICLE);
            flow.addFluid(fluid, level, values, protocol.grid(), head.patientToStandard());
        }
    }

    private static void addNoise(float[] real, float[] imaginary, Protocol protocol, Draw draw) {
        var noise = new NormalDeviates(draw);
        float deviation = (float) (protocol.intensity().whiteMatterLevel()
                / protocol.signalToNoise()
                / protocol.artefacts().pointSpread().noiseGain());
        for (int n = 0; n < real.length; n++) {
            real[n] += deviation * noise.next();
            imaginary[n] += deviation * noise.next();
        }
    }

    /** The tumour: the voxels of which more than half lies within its macroscopic border. */
    public Mask truth(Protocol protocol, Optional<TissueChange> change) {
        if (change.isEmpty()) {
            return Mask.empty(protocol.grid());
        }
        TissueChange grown = change.get();
        HeadWindow window = grown.window();
        var sampler = new SliceSampler(
                protocol.grid(),
                protocol.sliceThicknessMm(),
                head.grid(),
                window.startI(),
                window.startJ(),
                window.startK(),
                window.sizeI(),
                window.sizeJ(),
                window.sizeK());
        return Mask.above(new Volume(protocol.grid(), sampler.sample(grown.occupancy())), 0.5f);
    }

    /** 1 where more than half of the voxel is brainstem, 2 where it is thalamus, tumour or not; 0 elsewhere. */
    public byte[] anatomy(Protocol protocol) {
        var anatomy = new byte[protocol.grid().voxelCount()];
        mark(anatomy, share(protocol, Tissue.MIDBRAIN, Tissue.PONS, Tissue.MEDULLA), (byte) 1);
        mark(anatomy, share(protocol, Tissue.THALAMUS), (byte) 2);
        return anatomy;
    }

    private static void mark(byte[] anatomy, float[] share, byte label) {
        for (int n = 0; n < anatomy.length; n++) {
            if (share[n] > 0.5f) {
                anatomy[n] = label;
            }
        }
    }

    private float[] share(Protocol protocol, Tissue... tissues) {
        return TissueShare.of(head, tissues).sample(protocol);
    }

    private SliceSampler wholeHead(VoxelGrid grid, Protocol protocol) {
        VoxelGrid fine = head.grid();
        return new SliceSampler(
                grid,
                protocol.sliceThicknessMm(),
                protocol.artefacts().slicePulse(),
                fine,
                0,
                0,
                0,
                fine.sizeI(),
                fine.sizeJ(),
                fine.sizeK());
    }
}
