package org.midline.phantom.head.procedural;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.deformation.RandomDiffeomorphism;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * A head made of implicit surfaces. Every voxel of the grid is pulled back through a smooth random deformation, pose
 * and scale to the template; the brain first through what pushes it, the skull not.
 */
final class ProceduralHead implements Head {
    private static final List<RandomDiffeomorphism.Range> UNEVENNESS =
            List.of(new RandomDiffeomorphism.Range(70, 2.6), new RandomDiffeomorphism.Range(30, 1.0));

    private final HeadTraits traits;
    private final Deformation shape;
    private final PosteriorFossa fossa;
    private final Cerebrum cerebrum;
    private final DeepBrain deepBrain;
    private final FaceAndNeck outside;

    ProceduralHead(HeadTraits traits, Draw draw) {
        this.traits = traits;
        shape = RandomDiffeomorphism.draw(HeadMap.standardGrid(), UNEVENNESS, draw.split());
        var slow = new NoiseField(draw, 6, 2);
        fossa = new PosteriorFossa(traits, new NoiseField(draw, 3.4, 2));
        cerebrum = new Cerebrum(traits, new FoldedCortex(traits, new CerebralHull(traits, slow), draw));
        deepBrain = new DeepBrain(traits);
        outside = new FaceAndNeck(traits, slow, new NoiseField(draw, 2, 1));
    }

    @Override
    public String source() {
        return "procedural";
    }

    @Override
    public double ageYears() {
        return traits.ageYears();
    }

    @Override
    public Affine patientToStandard() {
        return traits.patientToTemplate();
    }

    /** From patient LPS to the template, one to one. */
    PointMap toTemplate() {
        Affine place = traits.patientToTemplate();
        return point -> {
            shape.apply(point);
            Vec3 placed = place.apply(point[0], point[1], point[2]);
            point[0] = placed.x();
            point[1] = placed.y();
            point[2] = placed.z();
        };
    }

    @Override
    public HeadMap map(VoxelGrid grid, PointMap presentToRest) {
        PointMap toTemplate = toTemplate();
        var head = new TemplateRows(grid, toTemplate);
        TemplateRows brain = head;
        if (presentToRest != PointMap.IDENTITY) {
            brain = new TemplateRows(grid, point -> {
                presentToRest.apply(point);
                toTemplate.apply(point);
            });
        }
        var tissues = new byte[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                head.moveTo(j, k);
                if (brain != head) {
                    brain.moveTo(j, k);
                }
                row(head, brain, tissues, grid.index(0, j, k), grid.sizeI());
            }
        }
        return new HeadMap(grid, tissues, patientToStandard());
    }

    private void row(TemplateRows head, TemplateRows brain, byte[] tissues, int start, int size) {
        for (int from = 0; from < size; from += TemplateRows.STEP) {
            int middle = Math.min(size - 1, from + TemplateRows.STEP / 2);
            if (FaceAndNeck.isFarOutside(head.at(0, middle), head.at(1, middle), head.at(2, middle))) {
                continue;
            }
            for (int i = from; i < Math.min(size, from + TemplateRows.STEP); i++) {
                Tissue tissue = tissue(
                        head.at(0, i), head.at(1, i), head.at(2, i), brain.at(0, i), brain.at(1, i), brain.at(2, i));
                tissues[start + i] = tissue.label();
            }
        }
    }

    /** @param bx where the brain's tissue at (x, y, z) was before it was pushed; the same for by, bz */
    private Tissue tissue(double x, double y, double z, double bx, double by, double bz) {
        if (z < -52 && inCanal(x, y, z)) {
            boolean cord = Brainstem.level(bx, by, bz, traits.brainstemScale(), 0) < 1;
            return cord ? Brainstem.tissue(bx, by, bz, traits.ventricleScale()) : fossa.canal(bx, by, bz);
        }
        double level = Cranium.level(x, y, z);
        double base = Cranium.baseZ(Math.abs(x), y) + traits.fossaLiftMm() * Solids.step(y, 42, 56);
        double depth = Cranium.depthMm(x, y, z, level);
        if (level > 1 || z < base) {
            return outside.tissue(x, y, z, -depth, base - z);
        }
        if (isSinus(x, y, z, depth)) {
            return Tissue.VEIN;
        }
        return inside(bx, by, bz, Math.min(depth, z - base));
    }

    /** The spinal canal and the foramen magnum, which is roomy behind the cord. */
    private static boolean inCanal(double x, double y, double z) {
        double axis = Brainstem.axisY(z);
        double roomBehind = Solids.mix(1, 0.62, Solids.step(z, -98, -84));
        return Brainstem.level(x, y > axis ? axis + roomBehind * (y - axis) : y, z, 1, 4.5) < 1;
    }

    private Tissue inside(double x, double y, double z, double wall) {
        if (wall > 0.8 && Brainstem.level(x, y, z, traits.brainstemScale(), 0) < 1) {
            return Brainstem.tissue(x, y, z, traits.ventricleScale());
        }
        if (traits.cyst().isPresent() && traits.cyst().get().contains(x, y, z)) {
            return Tissue.CSF;
        }
        double a = Math.abs(x);
        double under = Cranium.tentoriumZ(a, y) - z;
        if (under > 0 && y > Cranium.petrousY(a) - 3) {
            return under < 0.8 && a > 12 ? Tissue.DURA : fossa.tissue(x, y, z, Math.min(wall, under + 1));
        }
        return deepBrain.tissue(x, y, z).orElseGet(() -> cerebrum.tissue(x, y, z, wall));
    }

    private static boolean isSinus(double x, double y, double z, double depth) {
        double a = Math.abs(x);
        if (a < 4 && (z > 12 || y > 70) && z > -28) {
            return a + depth < 4.5;
        }
        if (y > 48 && a < 62) {
            double fromTentorium = z - Cranium.tentoriumZ(a, y);
            if (a < 2.2 && y > 52 && Math.abs(fromTentorium) < 2.2) {
                return true;
            }
            return depth < 4.5 && Math.abs(fromTentorium) < 3.5;
        }
        return false;
    }
}
