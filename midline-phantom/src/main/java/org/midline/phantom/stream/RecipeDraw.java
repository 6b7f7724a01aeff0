package org.midline.phantom.stream;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.scanner.Visit;
import org.midline.phantom.signal.Contrast;
import org.midline.phantom.signal.PatientRelaxation;
import org.midline.phantom.signal.PhysicalContrast;
import org.midline.phantom.signal.RandomContrast;

/** Draws what a sample is to be. */
final class RecipeDraw {
    /** Below 1 the deformation is one to one, since {@code |u(p) - u(q)| < |p - q|} in the largest component. */
    private static final double MOST_GRADIENT = 0.7;

    private final AnatomyLibrary library;
    private final List<Sequence> sequences;
    private final VoxelGrid workingAboutOrigin;
    private final Centre centre;
    private final SampleRanges ranges;

    RecipeDraw(
            AnatomyLibrary library,
            List<Sequence> sequences,
            VoxelGrid workingAboutOrigin,
            Centre centre,
            SampleRanges ranges) {
        this.library = library;
        this.sequences = sequences;
        this.workingAboutOrigin = workingAboutOrigin;
        this.centre = centre;
        this.ranges = ranges;
    }

    Recipe draw(Draw draw) {
        int patient = (int) draw.uniform(0, library.size());
        AnatomyFacts facts = library.facts(patient);
        Sequence sequence = sequences.get((int) draw.uniform(0, sequences.size()));
        Affine pose = pose(facts, draw.split());
        Visit visit = centre.drawVisit(draw);
        Vec3 headCentre =
                pose.inverse().apply(facts.patientToStandard().inverse().apply(0, 12, 0));
        Protocol protocol = centre.drawProtocol(sequence, visit, headCentre, draw.split());
        Contrast contrast = contrast(facts, protocol, draw.split());
        var shift = new Vec3(
                within(ranges.shiftMm(), draw), within(ranges.shiftMm(), draw), within(ranges.shiftMm(), draw));
        Vec3 middle = library.view() == View.HEAD ? protocol.grid().centreLps().plus(shift) : shift;
        VoxelGrid working = moved(workingAboutOrigin, middle);
        double[] reach = reach(working);
        return new Recipe(
                patient,
                sequence,
                working,
                pose,
                elastic(reach, draw.split()),
                protocol,
                contrast,
                TextureDraw.draw(draw.split()),
                SampleArtefacts.draw(protocol, reach, draw.split()));
    }

    private Contrast contrast(AnatomyFacts facts, Protocol protocol, Draw draw) {
        double usual = 1 - ranges.jitteredShare() - ranges.randomShare();
        return switch (draw.choose(usual, ranges.jitteredShare(), ranges.randomShare())) {
            case 0 ->
                new PhysicalContrast(
                        protocol.pulses(),
                        new PatientRelaxation(protocol.field(), facts.ageYears(), facts.conspicuity(), draw));
            case 1 -> RandomContrast.jitteredPhysics(protocol.sequence(), protocol.field(), facts.ageYears(), draw);
            default -> new RandomContrast(draw);
        };
    }

    private Affine pose(AnatomyFacts facts, Draw draw) {
        Affine turned = Affine.rotation(0, within(ranges.rotationDeg(), draw))
                .after(Affine.rotation(1, within(ranges.rotationDeg(), draw)))
                .after(Affine.rotation(2, within(ranges.rotationDeg(), draw)));
        double size = 1 + within(ranges.scale(), draw);
        double side = draw.chance(0.5) && ranges.mirrorLeftRight() ? -1 : 1;
        Affine scaled = Affine.scaling(
                side * size * (1 + within(ranges.stretch(), draw)),
                size * (1 + within(ranges.stretch(), draw)),
                size * (1 + within(ranges.stretch(), draw)));
        return turned.after(scaled).withTranslation(facts.centreLps());
    }

    private Deformation elastic(double[] reachMm, Draw draw) {
        double deviation = draw.uniform(0, ranges.elasticMm());
        double controlMm = library.view() == View.HEAD ? 48 : 32;
        CoarseField[] fields = new CoarseField[3];
        for (int axis = 0; axis < 3; axis++) {
            fields[axis] = CoarseField.draw(reachMm, controlMm, deviation, draw);
        }
        VoxelGrid lattice = fields[0].lattice();
        float[][] displacementMm = {fields[0].values(), fields[1].values(), fields[2].values()};
        double steepest = steepest(lattice, displacementMm);
        if (steepest > MOST_GRADIENT) {
            for (float[] component : displacementMm) {
                for (int n = 0; n < component.length; n++) {
                    component[n] *= (float) (MOST_GRADIENT / steepest);
                }
            }
        }
        return new Deformation(lattice, displacementMm);
    }

    /** A bound for the row sum norm of the displacement's gradient over all cells of the lattice. */
    private static double steepest(VoxelGrid lattice, float[][] displacementMm) {
        double most = 0;
        int[] strides = {1, lattice.sizeI(), lattice.sizeI() * lattice.sizeJ()};
        for (float[] component : displacementMm) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                float largest = 0;
                for (int n = strides[axis]; n < component.length; n++) {
                    largest = Math.max(largest, Math.abs(component[n] - component[n - strides[axis]]));
                }
                sum += largest / lattice.spacingMm(axis);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /** How far the working grid reaches from the origin along each axis, in mm, and a little more. */
    private static double[] reach(VoxelGrid working) {
        var reach = new double[3];
        Vec3 first = working.patientLps(0, 0, 0);
        Vec3 last = working.patientLps(working.sizeI() - 1, working.sizeJ() - 1, working.sizeK() - 1);
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = 8 + Math.max(Math.abs(first.component(axis)), Math.abs(last.component(axis)));
        }
        return reach;
    }

    private static VoxelGrid moved(VoxelGrid grid, Vec3 shift) {
        Affine affine = grid.voxelToPatientLps();
        return new VoxelGrid(
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                affine.withTranslation(affine.translation().plus(shift)));
    }

    private static double within(double limit, Draw draw) {
        return limit * draw.uniform(-1, 1);
    }
}
