package org.midline.phantom.tumour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * What a look-alike has made of the tissue: rounded lesions with irregular borders at places of the standard frame, in
 * tissue and fluid, never in bone, dura or vessels. They fill the space that they find and push nothing, chosen for this
 * phantom; none of it is target, so that the occupancy stays 0.
 */
public final class LookAlikeLesion {
    private static final double BORDER_PER_MM = 1.2;
    private static final double ROUGHNESS = 0.16;

    private final HeadMap head;
    private final Affine toPatient;
    private final NoiseField border;
    private final Draw draw;
    private final List<Lesion> lesions = new ArrayList<>();

    private LookAlikeLesion(HeadMap head, Draw draw) {
        this.head = head;
        this.draw = draw;
        toPatient = head.patientToStandard().inverse();
        border = new NoiseField(draw, 5, 2);
    }

    /** Empty for what shows in the head itself. */
    public static Optional<TissueChange> of(Finding.LookAlike finding, HeadMap head, Draw draw) {
        var made = new LookAlikeLesion(head, draw);
        switch (finding) {
            case PINEAL_MASS -> made.pinealMass();
            case CEREBELLAR_MASS -> made.cerebellarMass();
            case WHITE_MATTER_LESIONS -> made.spots();
            case VESSELS -> made.telangiectasia();
            case HYDROCEPHALUS, CHIARI -> {
                return Optional.empty();
            }
        }
        return Optional.of(made.change());
    }

    /**
     * An ellipsoid, and what is in it.
     *
     * @param cells density of tumour cells
     * @param cystShare of the radius within which it is fluid
     */
    private record Lesion(
            Vec3 centreLps,
            Vec3 radiiMm,
            Predicate<Tissue> host,
            double cells,
            double cystShare,
            double enhancing,
            double oedema) {}

    private void pinealMass() {
        double radius = draw.uniform(7, 13);
        var radii = new Vec3(radius * draw.uniform(0.85, 1.15), radius * draw.uniform(0.9, 1.2), radius);
        Vec3 centre = toPatient.apply(draw.normal(0, 1), draw.normal(39, 1.5), draw.normal(1, 1.5));
        double cyst = draw.chance(0.4) ? draw.uniform(0.3, 0.7) : 0;
        lesions.add(new Lesion(
                centre,
                radii,
                LookAlikeLesion::isTissueOrFluid,
                draw.uniform(0.8, 1),
                cyst,
                draw.uniform(0.4, 0.9),
                0));
    }

    private void cerebellarMass() {
        boolean vermis = draw.chance(0.5);
        double side = draw.chance(0.5) ? 1 : -1;
        Vec3 centre = vermis
                ? toPatient.apply(draw.normal(0, 2), draw.normal(53, 2), draw.normal(-38, 3))
                : toPatient.apply(side * draw.normal(24, 4), draw.normal(62, 4), draw.normal(-42, 4));
        double radius = draw.uniform(11, 20);
        boolean cystic = draw.chance(0.5);
        var radii = new Vec3(radius * draw.uniform(0.85, 1.15), radius, radius * draw.uniform(0.85, 1.1));
        lesions.add(new Lesion(
                centre,
                radii,
                vermis ? LookAlikeLesion::isPosteriorFossaOrFluid : LookAlikeLesion::isCerebellum,
                draw.uniform(0.8, 1),
                cystic ? draw.uniform(0.75, 0.9) : 0,
                cystic ? 0.1 : draw.uniform(0.2, 0.7),
                0));
        if (cystic) {
            var aside = new Vec3(draw.normal(0, 0.5), draw.normal(0, 0.5), draw.normal(0, 0.5)).times(radius);
            double nodule = radius * draw.uniform(0.3, 0.45);
            lesions.add(new Lesion(
                    centre.plus(aside),
                    new Vec3(nodule, nodule, nodule),
                    LookAlikeLesion::isCerebellum,
                    1,
                    0,
                    draw.uniform(0.6, 0.9),
                    0));
        }
    }

    private void spots() {
        int count = 5 + (int) draw.uniform(0, 18);
        for (int n = 0; n < count; n++) {
            double side = draw.chance(0.5) ? 1 : -1;
            Vec3 centre = toPatient.apply(side * draw.uniform(12, 42), draw.uniform(-40, 60), draw.uniform(8, 42));
            double radius = draw.logUniform(1.3, 4.5);
            var radii = new Vec3(radius, radius * draw.uniform(0.8, 1.6), radius);
            lesions.add(
                    new Lesion(centre, radii, tissue -> tissue == Tissue.WHITE_MATTER, 0, 0, 0, draw.uniform(0.5, 1)));
        }
    }

    private void telangiectasia() {
        boolean pons = draw.chance(0.6);
        double side = draw.chance(0.5) ? 1 : -1;
        Vec3 centre = pons
                ? toPatient.apply(draw.normal(0, 4), draw.normal(25, 2), draw.normal(-32, 3))
                : toPatient.apply(side * draw.normal(12, 2), draw.normal(17, 3), draw.normal(8, 2));
        double radius = draw.uniform(2.5, 5);
        lesions.add(new Lesion(
                centre, new Vec3(radius, radius, radius), Tissue::isBrain, 0, 0, draw.uniform(0.25, 0.55), 0));
    }

    private static boolean isTissueOrFluid(Tissue tissue) {
        return tissue.isBrain()
                || tissue == Tissue.CSF
                || tissue == Tissue.VENTRICLE
                || tissue == Tissue.PITUITARY
                || tissue == Tissue.CHOROID_PLEXUS;
    }

    private static boolean isCerebellum(Tissue tissue) {
        return tissue == Tissue.CEREBELLAR_CORTEX || tissue == Tissue.CEREBELLAR_WHITE_MATTER;
    }

    /** Not the brainstem: these grow from the vermis into the fourth ventricle. */
    private static boolean isPosteriorFossaOrFluid(Tissue tissue) {
        return isCerebellum(tissue) || tissue == Tissue.VENTRICLE || tissue == Tissue.CHOROID_PLEXUS;
    }

    private TissueChange change() {
        TissueChange change = TissueChange.none(window());
        VoxelGrid grid = head.grid();
        change.window().forEach((n, i, j, k) -> {
            Tissue tissue = head.at(i, j, k);
            Vec3 p = grid.patientLps(i, j, k);
            for (Lesion lesion : lesions) {
                if (lesion.host().test(tissue)) {
                    paint(change, n, p, lesion);
                }
            }
        });
        return change;
    }

    private void paint(TissueChange change, int n, Vec3 p, Lesion lesion) {
        Vec3 r = p.minus(lesion.centreLps());
        double x = r.x() / lesion.radiiMm().x();
        double y = r.y() / lesion.radiiMm().y();
        double z = r.z() / lesion.radiiMm().z();
        double level = Math.sqrt(x * x + y * y + z * z);
        if (level > 1.8) {
            return;
        }
        double radius = lesion.radiiMm().z();
        double rough = level + ROUGHNESS * border.at(p.x(), p.y(), p.z());
        double share = step((1 - rough) * radius);
        double fluid = step((lesion.cystShare() - rough) * radius) * (lesion.cystShare() > 0 ? 1 : 0);
        raise(change.density(), n, share * lesion.cells());
        raise(change.enhancing(), n, share * (1 - fluid) * lesion.enhancing());
        raise(change.oedema(), n, share * lesion.oedema());
        raise(change.cyst(), n, share * fluid);
    }

    private static double step(double insideMm) {
        return Math.max(0, Math.min(1, 0.5 + BORDER_PER_MM * insideMm));
    }

    private static void raise(float[] field, int n, double value) {
        field[n] = Math.max(field[n], (float) value);
    }

    /** Around all lesions, within the grid. */
    private HeadWindow window() {
        int[] low = new int[3];
        int[] size = new int[3];
        VoxelGrid grid = head.grid();
        for (int axis = 0; axis < 3; axis++) {
            int least = grid.size(axis) - 1;
            int most = 0;
            for (Lesion lesion : lesions) {
                Vec3 at = grid.voxelIjk(lesion.centreLps());
                double reach = 1.8
                        * Math.max(
                                lesion.radiiMm().x(),
                                Math.max(lesion.radiiMm().y(), lesion.radiiMm().z()));
                least = Math.min(least, (int) (at.component(axis) - reach / grid.spacingMm(axis)));
                most = Math.max(most, (int) (at.component(axis) + reach / grid.spacingMm(axis)));
            }
            low[axis] = Math.max(0, Math.min(grid.size(axis) - 1, least));
            size[axis] = Math.max(1, Math.min(grid.size(axis) - 1, most) - low[axis] + 1);
        }
        return new HeadWindow(low[0], low[1], low[2], size[0], size[1], size[2]);
    }
}
