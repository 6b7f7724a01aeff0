package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/**
 * A patient made from a label map. Every voxel is pulled back through pose, size and a random smooth map to the label
 * map; what lies inside the skull also through what has pushed it. A point's tissue is the one that most of the
 * interpolation weight of the eight voxels around it speaks for.
 */
final class LabelledHead implements Head {
    /** What lies inside the dura has a higher label. */
    private static final byte DURA = Tissue.DURA.label();

    /** Does not grow with the ventricles that widen around it. */
    private static final byte PLEXUS = Tissue.CHOROID_PLEXUS.label();

    /** The middle of thalami and brainstem in the standard frame, and how far they reach from it. */
    private static final Vec3 DEEP = new Vec3(0, 20, -12);

    private static final double DEEP_MM = 20;

    private final Anatomy anatomy;
    private final LabelledHeadTraits traits;
    /** Within the skull, in mm of the label map's patient LPS, after all else. */
    private final PointMap variant;

    private final byte[] tissueOfCode;

    LabelledHead(Anatomy anatomy, LabelledHeadTraits traits, PointMap variant, int grownSteps) {
        this.anatomy = anatomy;
        this.traits = traits;
        this.variant = variant;
        tissueOfCode = Anatomy.tissueOfCode(grownSteps);
    }

    @Override
    public String source() {
        return anatomy.name();
    }

    @Override
    public double ageYears() {
        return traits.ageYears();
    }

    @Override
    public Affine patientToStandard() {
        return anatomy.frame().uprightToStandard().after(deepShape()).after(traits.patientToUpright());
    }

    /** The random map's best affine stand-in around thalami and brainstem. */
    private Affine deepShape() {
        var columns = new Vec3[3];
        var mean = new Vec3(0, 0, 0);
        for (int axis = 0; axis < 3; axis++) {
            Vec3 step = Affine.IDENTITY.column(axis).times(DEEP_MM);
            Vec3 onwards = shaped(DEEP.plus(step));
            Vec3 back = shaped(DEEP.minus(step));
            columns[axis] = onwards.minus(back).times(0.5 / DEEP_MM);
            mean = mean.plus(onwards.plus(back).times(1.0 / 6));
        }
        var linear = new Affine(columns[0], columns[1], columns[2], new Vec3(0, 0, 0));
        return linear.withTranslation(mean.minus(linear.apply(DEEP)));
    }

    private Vec3 shaped(Vec3 upright) {
        double[] point = {upright.x(), upright.y(), upright.z()};
        traits.shape().apply(point);
        return new Vec3(point[0], point[1], point[2]);
    }

    @Override
    public HeadMap map(VoxelGrid grid, PointMap presentToRest) {
        Affine uprightToVoxel = anatomy.grid()
                .voxelToPatientLps()
                .inverse()
                .after(anatomy.frame().sourceToUpright().inverse());
        var source = new SourceMap(grid, traits.patientToUpright(), traits.shape(), uprightToVoxel);
        var lookup = new TissueLookup(anatomy, tissueOfCode);
        boolean pushed = presentToRest != PointMap.IDENTITY || variant != PointMap.IDENTITY;
        var push = new Push(grid, presentToRest, source);
        var tissues = new byte[grid.voxelCount()];
        var row = new float[3][grid.sizeI()];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                source.row(j, k, row);
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    byte tissue = lookup.at(row[0][i], row[1][i], row[2][i]);
                    if (pushed && tissue > DURA && lookup.isInside(row[0][i], row[1][i], row[2][i])) {
                        tissue = push.tissue(i, j, k, lookup, tissue);
                    }
                    tissues[n] = tissue;
                }
            }
        }
        return new HeadMap(grid, tissues, patientToStandard());
    }

    /** Follows points that lie inside the skull back to where they were. */
    private final class Push {
        private final VoxelGrid grid;
        private final PointMap presentToRest;
        private final SourceMap source;
        private final Affine patientToGrid;
        private final Vec3 sourceStart;
        private final double[] point = new double[3];

        Push(VoxelGrid grid, PointMap presentToRest, SourceMap source) {
            this.grid = grid;
            this.presentToRest = presentToRest;
            this.source = source;
            patientToGrid = grid.voxelToPatientLps().inverse();
            sourceStart = anatomy.grid().voxelToPatientLps().translation();
        }

        /** @param unpushed what is there if nothing has moved, and where a point comes from outside the skull */
        byte tissue(int i, int j, int k, TissueLookup lookup, byte unpushed) {
            Vec3 present = grid.patientLps(i, j, k);
            set(present);
            presentToRest.apply(point);
            set(patientToGrid.apply(point[0], point[1], point[2]));
            source.apply(point);
            if (variant != PointMap.IDENTITY) {
                set(new Vec3(point[0], point[1], point[2]).plus(sourceStart));
                variant.apply(point);
                set(new Vec3(point[0], point[1], point[2]).minus(sourceStart));
            }
            if (!lookup.isInside(point[0], point[1], point[2])) {
                return unpushed;
            }
            byte tissue = lookup.at(point[0], point[1], point[2]);
            if (tissue == PLEXUS && variant != PointMap.IDENTITY && unpushed != PLEXUS) {
                return Tissue.VENTRICLE.label();
            }
            return tissue > DURA ? tissue : unpushed;
        }

        private void set(Vec3 p) {
            point[0] = p.x();
            point[1] = p.y();
            point[2] = p.z();
        }
    }
}
