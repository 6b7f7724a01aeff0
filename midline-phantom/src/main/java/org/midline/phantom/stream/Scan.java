package org.midline.phantom.stream;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.scanner.Presentation;

/**
 * The signal of an anatomy on a scan's grid, and the truth on the same: for each voxel the mean over points through the
 * slice's thickness, each with the signal of the anatomy's voxel that it comes from.
 */
final class Scan {
    /**
     * The map from the scan to the anatomy is worked out at points of a row that are so many voxels of the anatomy apart,
     * and is straight between.
     */
    private static final double SEGMENT = 14;

    /** Positions in the anatomy are whole numbers of this part of a voxel, two to the power of minus so many. */
    private static final int BITS = 16;

    /** Of a texture on a mean signal. */
    private static final float LEAST_FACTOR = 0.2f;

    private static final double FARTHEST = 1 << 29;

    private static final int BRAINSTEM = 1;
    private static final int THALAMUS = 2;

    private final ScanGrid scan;
    private final AnatomyMap anatomy;
    private final Recipe recipe;
    private final float[] mean;
    private final float[] deviation;
    private final byte[] structure;
    private final byte[] tile;
    private final Affine toAnatomyVoxel;
    private final int points;
    private final boolean structures;
    private final int blank;

    final float[] signal;

    /** Share of each voxel within the tumour, in {@link AnatomyMap#FULL}s of a point. */
    final int[] tumour;

    /** Points of each voxel in the brainstem, and in the thalami. */
    final byte[] brainstem;

    final byte[] thalami;

    /** Points of each voxel that the presentation leaves out; empty if it leaves out nothing. */
    final byte[] leftOut;

    Scan(ScanGrid scan, AnatomyMap anatomy, List<Material> palette, Recipe recipe, boolean structures) {
        this.scan = scan;
        this.anatomy = anatomy;
        this.recipe = recipe;
        this.structures = structures;
        // The last stands for what the presentation leaves out.
        blank = palette.size();
        mean = new float[palette.size() + 1];
        deviation = new float[mean.length];
        structure = new byte[mean.length];
        for (int m = 0; m < blank; m++) {
            Material material = palette.get(m);
            mean[m] = recipe.contrast().signal(material);
            deviation[m] = (float) recipe.texture().strength()
                    * TextureTiles.STEP
                    * recipe.contrast().texture(material);
            structure[m] = (byte)
                    (material.host().isBrainstem() ? BRAINSTEM : material.host() == Tissue.THALAMUS ? THALAMUS : 0);
        }
        tile = TextureTiles.tile(recipe.texture().tile());
        toAnatomyVoxel = anatomy.grid().voxelToPatientLps().inverse().after(recipe.sampleToPatient());
        points = Math.max(1, (int)
                Math.ceil(scan.sliceThicknessMm() / (1.3 * anatomy.grid().spacingMm(2)) - 1e-9));
        int voxels = scan.grid().voxelCount();
        signal = new float[voxels];
        tumour = new int[voxels];
        brainstem = new byte[structures ? voxels : 0];
        thalami = new byte[structures ? voxels : 0];
        leftOut = new byte[recipe.protocol().presentation() == Presentation.WHOLE ? 0 : voxels];
        sample();
    }

    /** Points through a slice's thickness. */
    int points() {
        return points;
    }

    private void sample() {
        VoxelGrid grid = scan.grid();
        int length = Math.max(4, (int) (SEGMENT * anatomy.grid().spacingMm(0) / grid.spacingMm(0)));
        int nodes = (grid.sizeI() - 1) / length + 2;
        var nodeIjk = new int[3 * nodes];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++, n += grid.sizeI()) {
                for (int point = 0; point < points; point++) {
                    double offset = ((point + 0.5) / points - 0.5) * scan.sliceThicknessMm() / grid.spacingMm(2);
                    mapRow(j, k + offset, length, nodes, nodeIjk);
                    for (int node = 0; node < nodes - 1; node++) {
                        int first = node * length;
                        segment(nodeIjk, 3 * node, length, n + first, Math.min(length, grid.sizeI() - first));
                    }
                }
                float share = 1f / points;
                for (int m = n; m < n + grid.sizeI(); m++) {
                    signal[m] *= share;
                }
            }
        }
    }

    /** Where the points of a row come from in the anatomy, in parts of its voxels, half a voxel added. */
    private void mapRow(int j, double k, int length, int nodes, int[] nodeIjk) {
        PointMap elastic = recipe.elastic();
        Affine toSample = scan.grid().voxelToPatientLps();
        Vec3 start = toSample.apply(0, j, k);
        Vec3 step = toSample.columnI().times(length);
        var p = new double[3];
        for (int node = 0; node < nodes; node++) {
            p[0] = start.x() + node * step.x();
            p[1] = start.y() + node * step.y();
            p[2] = start.z() + node * step.z();
            elastic.apply(p);
            Vec3 voxel = toAnatomyVoxel.apply(p[0], p[1], p[2]);
            nodeIjk[3 * node] = parts(voxel.x());
            nodeIjk[3 * node + 1] = parts(voxel.y());
            nodeIjk[3 * node + 2] = parts(voxel.z());
        }
    }

    private static int parts(double voxels) {
        return (int) Math.max(-FARTHEST, Math.min(FARTHEST, (voxels + 0.5) * (1 << BITS)));
    }

    /** Adds a point to each of some voxels in a row, between two nodes. */
    private void segment(int[] nodeIjk, int node, int length, int start, int count) {
        VoxelGrid grid = anatomy.grid();
        int x = nodeIjk[node];
        int y = nodeIjk[node + 1];
        int z = nodeIjk[node + 2];
        int stepX = (nodeIjk[node + 3] - x) / length;
        int stepY = (nodeIjk[node + 4] - y) / length;
        int stepZ = (nodeIjk[node + 5] - z) / length;
        boolean inside = within(x, stepX, count, 0, grid.sizeI())
                && within(y, stepY, count, 0, grid.sizeJ())
                && within(z, stepZ, count, 0, grid.sizeK());
        HeadWindow window = anatomy.window();
        boolean changed = touches(x, stepX, count, window.startI(), window.sizeI())
                && touches(y, stepY, count, window.startJ(), window.sizeJ())
                && touches(z, stepZ, count, window.startK(), window.sizeK());
        if (!inside || changed || leftOut.length > 0) {
            carefully(x, y, z, stepX, stepY, stepZ, start, count);
            return;
        }
        short[] materials = anatomy.materials();
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        int textureOffset = recipe.texture().offset();
        for (int n = start; n < start + count; n++) {
            int i = x >> BITS;
            int j = y >> BITS;
            int k = z >> BITS;
            int material = materials[i + row * j + slice * k] & 0xFFFF;
            int texel = (i + (j << 6) + (k << 12) + textureOffset) & (TextureTiles.VOXELS - 1);
            float factor = 1 + deviation[material] * tile[texel];
            signal[n] += mean[material] * (factor > LEAST_FACTOR ? factor : LEAST_FACTOR);
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    private static boolean within(int first, int step, int count, int low, int size) {
        int last = first + (count - 1) * step;
        return Math.min(first, last) >= low << BITS && Math.max(first, last) < (low + size) << BITS;
    }

    private static boolean touches(int first, int step, int count, int low, int size) {
        int last = first + (count - 1) * step;
        return Math.max(first, last) >= low << BITS && Math.min(first, last) < (low + size) << BITS;
    }

    /** The same where points may lie beyond the anatomy, or in what the truth is about. */
    private void carefully(int x, int y, int z, int stepX, int stepY, int stepZ, int start, int count) {
        short[] materials = anatomy.materials();
        int sizeI = anatomy.grid().sizeI();
        int sizeJ = anatomy.grid().sizeJ();
        int sizeK = anatomy.grid().sizeK();
        HeadWindow window = anatomy.window();
        byte[] occupancy = anatomy.occupancy();
        int textureOffset = recipe.texture().offset();
        boolean stripped = recipe.protocol().presentation() == Presentation.STRIPPED;
        for (int n = start; n < start + count; n++, x += stepX, y += stepY, z += stepZ) {
            int i = x >> BITS;
            int j = y >> BITS;
            int k = z >> BITS;
            if (i < 0 || j < 0 || k < 0 || i >= sizeI || j >= sizeJ || k >= sizeK) {
                if (stripped) {
                    leftOut[n]++;
                }
                continue;
            }
            int material = materials[i + sizeI * (j + sizeJ * k)] & 0xFFFF;
            int texel = (i + (j << 6) + (k << 12) + textureOffset) & (TextureTiles.VOXELS - 1);
            float factor = 1 + deviation[material] * tile[texel];
            signal[n] += mean[material] * (factor > LEAST_FACTOR ? factor : LEAST_FACTOR);
            if (material == blank) {
                leftOut[n]++;
                continue;
            }
            int a = i - window.startI();
            int b = j - window.startJ();
            int c = k - window.startK();
            if (a >= 0 && b >= 0 && c >= 0 && a < window.sizeI() && b < window.sizeJ() && c < window.sizeK()) {
                tumour[n] += occupancy[a + window.sizeI() * (b + window.sizeJ() * c)] & 0xFF;
                if (structures && structure[material] != 0) {
                    (structure[material] == BRAINSTEM ? brainstem : thalami)[n]++;
                }
            }
        }
    }
}
