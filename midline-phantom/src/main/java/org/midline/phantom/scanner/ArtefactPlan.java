package org.midline.phantom.scanner;

import java.io.IOException;
import org.midline.core.Sequence;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.PulseSequence;

/**
 * How often and how much a centre's images are disturbed.
 *
 * @param bias standard deviation of the logarithm of the coils' sensitivity
 * @param ring how much of the coils' own pattern is left
 * @param slicesUneven share of the signal that every other slice of an interleaved scan loses
 * @param acquired part of k-space that is measured along each axis
 * @param taper of the window on it
 * @param ghosts of the moving head
 * @param vesselGhosts of pulsating vessels
 * @param inflow of fresh blood into the first slices
 * @param fluid that moves
 * @param wrapMm by how much the head is larger than the field
 * @param cutMm by how much the slices end too early
 */
record ArtefactPlan(
        Range bias,
        Range ring,
        Range slicesUneven,
        Range acquired,
        Range taper,
        Occasional ghosts,
        Occasional vesselGhosts,
        Occasional inflow,
        Occasional fluid,
        Occasional wrapMm,
        Occasional cutMm) {

    static ArtefactPlan read(KeyedObject object) throws IOException {
        var plan = new ArtefactPlan(
                object.range("bias", 0, 1),
                object.range("coilRing", 0, 1),
                object.range("slicesUneven", 0, 0.5),
                object.range("acquiredShare", 0.3, 1),
                object.range("taper", 0, 1),
                object.occasional("motionGhosts", 0.5),
                object.occasional("vesselGhosts", 1),
                object.occasional("inflow", 3),
                object.occasional("movingFluid", 2),
                object.occasional("wrapAroundMm", 80),
                object.occasional("cutOffMm", 80));
        object.refuseOtherKeys();
        return plan;
    }

    /**
     * What disturbs one image, but for what its grid has to allow for.
     *
     * @param pixelMm of the image
     * @param foldedMm by how much the head is larger than the field, 0 where it is not folded
     */
    Artefacts draw(
            Sequence sequence, PulseSequence pulses, boolean volume, double pixelMm, double foldedMm, Draw draw) {
        double shareI = acquired.draw(draw);
        double shareJ = acquired.draw(draw);
        var spread = new PointSpread(whole(shareI), whole(shareJ), taper.draw(draw));
        var pulse = volume
                ? new SlicePulse(0.15, 0)
                : new SlicePulse(draw.uniform(0.15, 0.6), draw.chance(0.6) ? slicesUneven.draw(draw) : 0);
        var ghosts = new MotionGhosts(
                this.ghosts.draw(draw),
                draw.uniform(0.08, 0.45),
                draw.uniform(0, 2 * Math.PI),
                volume ? 0 : draw.uniform(0, 0.8));
        return new Artefacts(
                new CoilBias(bias.draw(draw), ring.draw(draw)),
                pulse,
                spread,
                ghosts,
                flow(sequence, pulses, volume, draw),
                new WrapAround(foldedMm > 0 ? (int) Math.ceil((foldedMm / 2 + 25) / pixelMm) : 0));
    }

    private FlowArtefact flow(Sequence sequence, PulseSequence pulses, boolean volume, Draw draw) {
        double vessels = vesselGhosts.draw(draw);
        double shift = draw.uniform(0.05, 0.3);
        double entering = inflow.draw(draw);
        double moving = fluid.draw(draw);
        boolean t1 = sequence == Sequence.T1C;
        return new FlowArtefact(
                volume && !pulses.kind().isGradientEcho() ? 0 : vessels,
                shift,
                t1 && !volume ? entering : 0,
                volume || t1 ? 0 : sequence == Sequence.FLAIR ? moving : -Math.min(0.8, moving));
    }

    /** Above this the measured part is taken as the whole, which saves the filter. */
    private static double whole(double share) {
        return share > 0.97 ? 1 : share;
    }
}
