package org.midline.phantom.tumour;

import java.util.Arrays;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;
import org.midline.phantom.tumour.TumourPlan.Focus;

/**
 * What a grown tumour is made of. Places inside are told by the age of the tumour there: the rank of a voxel, turned
 * into the radius that it would have in a ball of the same volume, so that depths are in mm whatever the shape.
 */
final class TumourInside {
    /** Steepness of the change from tissue to tumour as the cell density passes the threshold. */
    private static final double STEEPNESS = 1.2;
    /** Makes tissue that is full of cells look like tumour altogether. */
    private static final double FULL = 1 + Math.pow(RestTumour.THRESHOLD, STEEPNESS);

    private final TumourPlan plan;
    private final NoiseField patches;
    private final NoiseField edges;

    TumourInside(TumourPlan plan, Draw draw) {
        this.plan = plan;
        patches = new NoiseField(draw, 3, 2);
        edges = new NoiseField(draw, 5, 2);
    }

    /** Everything but the push, on the window of the tumour's habitat. */
    TissueChange composed(RestTumour tumour) {
        Habitat habitat = tumour.habitat();
        HeadWindow window = habitat.window();
        TissueChange change = TissueChange.none(window);
        System.arraycopy(tumour.share(), 0, change.occupancy(), 0, tumour.share().length);
        int[] byAge = byAge(tumour);
        float[] radiusMm = radii(byAge, tumour.share().length);
        double wholeMm = ballRadius(byAge.length);
        double deadMm = wholeMm * Math.cbrt(plan.inside().necrosis());
        window.forEach((n, i, j, k) -> {
            float c = tumour.density()[n];
            if (c > 1e-5f && habitat.isOpen(n)) {
                change.density()[n] = (float) visible(c);
                change.oedema()[n] = oedema(habitat.tissue(n), c, edges.at(i, j, k), change.density()[n]);
                if (change.occupancy()[n] > 0.5f) {
                    double uneven = Math.min(deadMm, 1.5) * edges.at(i, j, k);
                    core(n, patches.at(i, j, k), wholeMm - radiusMm[n], deadMm - radiusMm[n] + uneven, change);
                }
            }
        });
        foci(byAge, window, change);
        return change;
    }

    /** The share of a voxel that looks like tumour: about half at the macroscopic threshold, all where cells are dense. */
    private static double visible(double density) {
        double relative = Math.pow(density / RestTumour.THRESHOLD, STEEPNESS);
        return Math.min(1, relative / (1 + relative) * FULL);
    }

    /** Ahead of the front the density falls exponentially, so that its logarithm tells the way from the border. */
    private float oedema(Tissue tissue, float density, float noise, float visible) {
        double reach = plan.spread().oedemaMm();
        double readiness = switch (tissue) {
            case WHITE_MATTER, CEREBELLAR_WHITE_MATTER -> 1;
            case PONS, MIDBRAIN, MEDULLA, SPINAL_CORD, PALLIDUM -> 0.4;
            case THALAMUS, BASAL_GANGLIA -> 0.3;
            default -> 0;
        };
        if (reach == 0 || readiness == 0) {
            return 0;
        }
        double awayMm = plan.spread().infiltrationMm() * Math.log(RestTumour.THRESHOLD / density);
        return (float) (readiness * sigmoid((reach * (1 + 0.4 * noise) - awayMm) * 1.2) * (1 - visible));
    }

    /**
     * @param depthMm from the tumour's border
     * @param insideMm from the border of the dead core, negative outside of it
     */
    private void core(int n, double patch, double depthMm, double insideMm, TissueChange change) {
        double rim = Math.max(0, Math.min(1, depthMm / 2));
        double dead = plan.inside().necrosis() > 0 ? sigmoid((insideMm + 0.7 * patch) * 1.6) : 0;
        change.necrosis()[n] = (float) dead;
        change.enhancing()[n] = (float)
                switch (plan.enhancement()) {
                    case NONE -> 0;
                    case PATCHY -> rim * (1 - dead) * sigmoid((patch - 0.75) * 6) * sigmoid((depthMm - 3) * 0.8);
                    case RING -> {
                        double band = (insideMm + 1.5 + 0.7 * patch) / 1.2;
                        yield rim * (1 - dead) * Math.exp(-band * band) * sigmoid(patch * 4 + 3);
                    }
                };
    }

    private void foci(int[] byAge, HeadWindow window, TissueChange change) {
        if (byAge.length == 0) {
            return;
        }
        for (Focus cyst : plan.inside().cysts()) {
            int middle = byAge[(int) (cyst.age() * (byAge.length - 1))];
            fill(window, middle, cyst.radiusMm(), 0.15, change.occupancy(), change.cyst());
        }
        for (Focus blood : plan.inside().haemorrhages()) {
            int middle = byAge[(int) (blood.age() * (byAge.length - 1))];
            fill(window, middle, blood.radiusMm(), 0.4, change.occupancy(), change.haemorrhage());
        }
        for (int n : byAge) {
            float left = 1 - change.cyst()[n];
            change.necrosis()[n] *= left * (1 - change.haemorrhage()[n]);
            change.haemorrhage()[n] *= left;
            change.enhancing()[n] *= left;
        }
    }

    private void fill(HeadWindow window, int middle, double radiusMm, double roughness, float[] within, float[] share) {
        int middleI = middle % window.sizeI() + window.startI();
        int middleJ = middle / window.sizeI() % window.sizeJ() + window.startJ();
        int middleK = middle / (window.sizeI() * window.sizeJ()) + window.startK();
        window.forEach((n, i, j, k) -> {
            double squared =
                    (i - middleI) * (i - middleI) + (j - middleJ) * (j - middleJ) + (k - middleK) * (k - middleK);
            if (within[n] > 0 && squared < 4 * radiusMm * radiusMm) {
                double radius = radiusMm * (1 + roughness * edges.at(i, j, k));
                double inside = sigmoid((radius - Math.sqrt(squared)) * 2.5) * within[n];
                share[n] = (float) Math.max(share[n], inside);
            }
        });
    }

    /** The voxels of the tumour, the oldest first. */
    private static int[] byAge(RestTumour tumour) {
        var keys = new long[tumour.share().length];
        int count = 0;
        for (int n = 0; n < keys.length; n++) {
            if (tumour.share()[n] > 0.5f) {
                keys[count++] = (long) -Float.floatToIntBits(tumour.age()[n]) << 32 | n;
            }
        }
        Arrays.sort(keys, 0, count);
        var voxels = new int[count];
        for (int rank = 0; rank < count; rank++) {
            voxels[rank] = (int) keys[rank];
        }
        return voxels;
    }

    private static float[] radii(int[] byAge, int voxels) {
        var radii = new float[voxels];
        for (int rank = 0; rank < byAge.length; rank++) {
            radii[byAge[rank]] = (float) ballRadius(rank);
        }
        return radii;
    }

    private static double ballRadius(double voxels) {
        return Math.cbrt(voxels * 3 / (4 * Math.PI));
    }

    static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
