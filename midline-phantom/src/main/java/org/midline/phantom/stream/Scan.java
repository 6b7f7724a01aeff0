package org.midline.phantom.stream;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/**
 * The signal of an anatomy on a scan's grid, and the truth on the same: for each voxel the mean over points through the
 * slice's thickness, each with the signal of the anatomy's voxel that it comes from.
 */
final class Scan {
    /** The map from the scan to the anatomy is worked out at every so many voxels of a row, and is straight between. */
    private static final int SEGMENT = 8;

    private static final int BRAINSTEM = 1;
    private static final int THALAMUS = 2;

    private final ScanGrid scan;
    private final AnatomyMap anatomy;
    private final Recipe recipe;
    private final float[] mean;
    private final float[] deviation;
    private final byte[] structure;
    private final float[] tile;
    private final Affine toAnatomyVoxel;
    private final int points;

    final float[] signal;

    /** Share of each voxel within the tumour, in {@link AnatomyMap#FULL}s of a point. */
    final int[] tumour;

    /** Points of each voxel in the brainstem, and in the thalami. */
    final byte[] brainstem;

    final byte[] thalami;

    Scan(ScanGrid scan, AnatomyMap anatomy, List<Material> palette, Recipe recipe, boolean structures) {
        this.scan = scan;
        this.anatomy = anatomy;
        this.recipe = recipe;
        mean = new float[palette.size()];
        deviation = new float[mean.length];
        structure = new byte[mean.length];
        for (int m = 0; m < mean.length; m++) {
            Material material = palette.get(m);
            mean[m] = recipe.contrast().signal(material);
            deviation[m] =
                    (float) recipe.texture().strength() * recipe.contrast().texture(material);
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
        sample();
    }

    /** Points through a slice's thickness. */
    int points() {
        return points;
    }

    private void sample() {
        VoxelGrid grid = scan.grid();
        int nodes = (grid.sizeI() - 1) / SEGMENT + 2;
        var nodeIjk = new double[3 * nodes];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++, n += grid.sizeI()) {
                for (int point = 0; point < points; point++) {
                    double offset = ((point + 0.5) / points - 0.5) * scan.sliceThicknessMm() / grid.spacingMm(2);
                    mapRow(j, k + offset, nodes, nodeIjk);
                    for (int node = 0; node < nodes - 1; node++) {
                        int first = node * SEGMENT;
                        segment(nodeIjk, 3 * node, n + first, Math.min(SEGMENT, grid.sizeI() - first));
                    }
                }
                float share = 1f / points;
                for (int m = n; m < n + grid.sizeI(); m++) {
                    signal[m] *= share;
                }
            }
        }
    }

    /** Where the points of a row come from in the anatomy, in its voxels. */
    private void mapRow(int j, double k, int nodes, double[] nodeIjk) {
        PointMap elastic = recipe.elastic();
        Affine toSample = scan.grid().voxelToPatientLps();
        Vec3 start = toSample.apply(0, j, k);
        Vec3 step = toSample.columnI().times(SEGMENT);
        var p = new double[3];
        for (int node = 0; node < nodes; node++) {
            p[0] = start.x() + node * step.x();
            p[1] = start.y() + node * step.y();
            p[2] = start.z() + node * step.z();
            elastic.apply(p);
            Vec3 voxel = toAnatomyVoxel.apply(p[0], p[1], p[2]);
            nodeIjk[3 * node] = voxel.x() + 0.5;
            nodeIjk[3 * node + 1] = voxel.y() + 0.5;
            nodeIjk[3 * node + 2] = voxel.z() + 0.5;
        }
    }

    private void segment(double[] ijk, int node, int start, int length) {
        VoxelGrid grid = anatomy.grid();
        int sizeI = grid.sizeI();
        int sizeJ = grid.sizeJ();
        int sizeK = grid.sizeK();
        float x = (float) ijk[node];
        float y = (float) ijk[node + 1];
        float z = (float) ijk[node + 2];
        float stepX = (float) (ijk[node + 3] - ijk[node]) / SEGMENT;
        float stepY = (float) (ijk[node + 4] - ijk[node + 1]) / SEGMENT;
        float stepZ = (float) (ijk[node + 5] - ijk[node + 2]) / SEGMENT;
        short[] materials = anatomy.materials();
        int textureOffset = recipe.texture().offset();
        for (int n = start; n < start + length; n++, x += stepX, y += stepY, z += stepZ) {
            int i = (int) x;
            int j = (int) y;
            int k = (int) z;
            if (i < 0 || j < 0 || k < 0 || i >= sizeI || j >= sizeJ || k >= sizeK) {
                continue;
            }
            int material = materials[i + sizeI * (j + sizeJ * k)] & 0xFFFF;
            int texel = (i + (j << 6) + (k << 12) + textureOffset) & (TextureTiles.VOXELS - 1);
            signal[n] += mean[material] * Math.max(0.2f, 1 + deviation[material] * tile[texel]);
            truth(n, i, j, k, material);
        }
    }

    private void truth(int n, int i, int j, int k, int material) {
        HeadWindow window = anatomy.window();
        int a = i - window.startI();
        int b = j - window.startJ();
        int c = k - window.startK();
        if (a >= 0 && b >= 0 && c >= 0 && a < window.sizeI() && b < window.sizeJ() && c < window.sizeK()) {
            tumour[n] += anatomy.occupancy()[a + window.sizeI() * (b + window.sizeJ() * c)] & 0xFF;
        }
        if (brainstem.length > 0 && structure[material] != 0) {
            (structure[material] == BRAINSTEM ? brainstem : thalami)[n]++;
        }
    }
}
