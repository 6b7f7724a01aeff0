package org.midline.phantom.scanner;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;
import org.midline.phantom.noise.NormalDeviates;

/** Acquires images of a head, and the truth on their grids. */
public final class Scanner {
    private final HeadMap head;

    public Scanner(HeadMap head) {
        this.head = head;
    }

    /**
     * The magnitude image of a protocol, in whole stored units.
     *
     * @param signal on the head's grid
     * @param reference the contrast's, that intensity and noise are reckoned from
     */
    public Volume image(Protocol protocol, float[] signal, double reference, Draw draw) {
        VoxelGrid grid = protocol.grid();
        float[] values = wholeHead(protocol).sample(signal);
        var bias = new NoiseField(draw, 42, 2);
        var noise = new NormalDeviates(draw);
        float scale = (float) (protocol.whiteMatterLevel() / reference);
        float deviation = (float) (protocol.whiteMatterLevel() / protocol.signalToNoise());
        var biasRow = new float[grid.sizeI()];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                biasRow(bias, protocol, j, k, biasRow);
                for (int i = 0; i < biasRow.length; i++, n++) {
                    float real = values[n] * scale * biasRow[i] + deviation * noise.next();
                    float imaginary = deviation * noise.next();
                    values[n] = Math.round((float) Math.sqrt(real * real + imaginary * imaginary));
                }
            }
        }
        return new Volume(grid, values);
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
        var brainstem = new boolean[Tissue.values().length];
        var thalami = new boolean[brainstem.length];
        for (Tissue tissue : Tissue.values()) {
            brainstem[tissue.index()] = tissue.isBrainstem();
            thalami[tissue.index()] = tissue == Tissue.THALAMUS;
        }
        var anatomy = new byte[protocol.grid().voxelCount()];
        mark(anatomy, new TissueShare(head, brainstem).sample(protocol), (byte) 1);
        mark(anatomy, new TissueShare(head, thalami).sample(protocol), (byte) 2);
        return anatomy;
    }

    private static void mark(byte[] anatomy, float[] share, byte label) {
        for (int n = 0; n < anatomy.length; n++) {
            if (share[n] > 0.5f) {
                anatomy[n] = label;
            }
        }
    }

    private SliceSampler wholeHead(Protocol protocol) {
        VoxelGrid fine = head.grid();
        return new SliceSampler(
                protocol.grid(), protocol.sliceThicknessMm(), fine, 0, 0, 0, fine.sizeI(), fine.sizeJ(), fine.sizeK());
    }

    private static void biasRow(NoiseField bias, Protocol protocol, int j, int k, float[] row) {
        int step = 16;
        for (int i = 0; i < row.length; i += step) {
            int next = Math.min(row.length - 1, i + step);
            float here = sensitivity(bias, protocol, i, j, k);
            float there = sensitivity(bias, protocol, next, j, k);
            for (int m = i; m < Math.min(row.length, i + step); m++) {
                row[m] = here + (there - here) * (m - i) / Math.max(1, next - i);
            }
        }
    }

    private static float sensitivity(NoiseField bias, Protocol protocol, int i, int j, int k) {
        var p = protocol.grid().patientLps(i, j, k);
        return (float) Math.exp(protocol.biasAmplitude() * bias.at(p.x(), p.y(), p.z()));
    }
}
