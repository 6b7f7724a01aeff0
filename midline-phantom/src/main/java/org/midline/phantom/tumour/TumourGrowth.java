package org.midline.phantom.tumour;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;

/** Grows a planned tumour in a head of isotropic voxels of about 1 mm. Serves one tumour. */
public final class TumourGrowth {
    /** How many steps pass between two looks at the volume. */
    private static final int INTERVAL = 4;
    /** In units of 1 / rho: a growth that takes longer has run out of tissue. */
    private static final double LONGEST_TIME = 80;
    /** The tumour stalls where its volume gains less than this share in a unit of time. */
    private static final double STALL = 0.004;

    private static final double SEED_RADIUS_MM = 2.5;

    private final TumourPlan plan;
    private final Draw seedDraw;
    private final Draw habitatDraw;
    private final Draw insideDraw;

    public TumourGrowth(TumourPlan plan, Draw draw) {
        this.plan = plan;
        seedDraw = draw.split();
        habitatDraw = draw.split();
        insideDraw = draw.split();
    }

    public Grown grow(HeadMap head) {
        RestTumour tumour = atRest(head, plan.targetMl() * (1 - plan.spread().swelling()));
        TissueChange rest = new TumourInside(plan, insideDraw).composed(tumour);
        return Push.swollen(head, rest, rest.occupancy(), tumour.habitat()::isOpen, plan.targetMl() * 1000);
    }

    private RestTumour atRest(HeadMap head, double targetMl) {
        List<int[]> seeds = new ArrayList<>();
        for (Vec3 seed : plan.seedsStandardMm()) {
            seeds.add(nearest(head, seed, seeds.isEmpty()));
        }
        double radiusMm = Math.cbrt(targetMl * 1000 * 3 / (4 * Math.PI));
        double reachMm = 26 + 1.35 * radiusMm;
        var habitat = new Habitat(head, windowAround(head.grid(), seeds, reachMm), plan, habitatDraw);
        double spacingMm = head.grid().spacingMm(0);
        FisherKpp tumour = habitat.emptyOfTumour(spacingMm);
        for (int s = 0; s < seeds.size(); s++) {
            double start = s == 0 ? 1 : Math.exp(-seedDraw.uniform(0, 4));
            plant(habitat, tumour, seeds.get(s), SEED_RADIUS_MM / spacingMm, start);
        }
        var age = new float[habitat.window().count()];
        grow(tumour, targetMl * 1000 / Math.pow(spacingMm, 3), age);
        return RestTumour.of(habitat, tumour.density(), age);
    }

    /** Until so many voxels are above the threshold, or the tissue is full. */
    private static void grow(FisherKpp tumour, double target, float[] age) {
        double lookTime = 0;
        int lookCount = 0;
        int count = 0;
        for (int step = 1; tumour.time() < LONGEST_TIME; step++) {
            tumour.step();
            boolean look = step % INTERVAL == 0;
            if (look) {
                tumour.addTo(age, (float) (INTERVAL * tumour.stepTime()));
            }
            if (look || count > 0.93 * target) {
                count = tumour.countAbove(RestTumour.THRESHOLD);
            }
            if (count >= target) {
                return;
            }
            if (tumour.time() > lookTime + 1) {
                if (count > 0.1 * target && count < lookCount * (1 + STALL)) {
                    return;
                }
                lookTime = tumour.time();
                lookCount = count;
            }
        }
    }

    private static void plant(Habitat habitat, FisherKpp tumour, int[] seed, double radius, double start) {
        HeadWindow window = habitat.window();
        int reach = (int) Math.ceil(2 * radius);
        for (int k = -reach; k <= reach; k++) {
            for (int j = -reach; j <= reach; j++) {
                for (int i = -reach; i <= reach; i++) {
                    int atI = seed[0] - window.startI() + i;
                    int atJ = seed[1] - window.startJ() + j;
                    int atK = seed[2] - window.startK() + k;
                    double squared = i * i + j * j + k * k;
                    boolean within = atI > 0
                            && atJ > 0
                            && atK > 0
                            && atI < window.sizeI() - 1
                            && atJ < window.sizeJ() - 1
                            && atK < window.sizeK() - 1;
                    if (within && habitat.isOpen(atI + window.sizeI() * (atJ + window.sizeJ() * atK))) {
                        tumour.seed(atI, atJ, atK, (float) (start * Math.exp(-squared / (radius * radius))));
                    }
                }
            }
        }
    }

    /** The voxel of the site's tissue (for a further seed: of any brain), or else of any brain, nearest to a point. */
    private int[] nearest(HeadMap head, Vec3 seedStandardMm, boolean atSite) {
        VoxelGrid grid = head.grid();
        Vec3 seed = grid.voxelIjk(head.patientToStandard().inverse().apply(seedStandardMm));
        double least = Double.POSITIVE_INFINITY;
        int[] chosen = {grid.sizeI() / 2, grid.sizeJ() / 2, grid.sizeK() / 2};
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Tissue tissue = Tissue.of(head.tissues()[n]);
                    if (!tissue.isBrain()) {
                        continue;
                    }
                    double factor = !atSite || tissue == plan.site().tissue() ? 1 : 50;
                    double squared = (i - seed.x()) * (i - seed.x())
                            + (j - seed.y()) * (j - seed.y())
                            + (k - seed.z()) * (k - seed.z());
                    if (squared * factor < least) {
                        least = squared * factor;
                        chosen = new int[] {i, j, k};
                    }
                }
            }
        }
        return chosen;
    }

    private static HeadWindow windowAround(VoxelGrid grid, List<int[]> voxels, double reachMm) {
        int reach = (int) Math.ceil(reachMm / grid.spacingMm(0));
        int[] low = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int a = axis;
            int first = voxels.stream().mapToInt(v -> v[a]).min().orElse(0);
            int last = voxels.stream().mapToInt(v -> v[a]).max().orElse(0);
            low[axis] = Math.max(0, first - reach);
            size[axis] = Math.min(grid.size(axis) - 1, last + reach) - low[axis] + 1;
        }
        return new HeadWindow(low[0], low[1], low[2], size[0], size[1], size[2]);
    }
}
