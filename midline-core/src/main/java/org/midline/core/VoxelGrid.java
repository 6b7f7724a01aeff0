package org.midline.core;

/**
 * A regular grid of voxels in patient space: voxel (i, j, k) has its centre at {@code voxelToPatientLps.apply(i, j, k)},
 * in mm, in DICOM's LPS frame (x to the patient's left, y to posterior, z to superior).
 *
 * <p>Flat arrays on a grid run i fastest, then j, then k. Nothing is assumed of the axes: they may be oblique,
 * anisotropic and left-handed.
 *
 * @param sizeI number of voxels along i, at least 1; so for j and k
 * @param voxelToPatientLps from voxel indices to mm
 */
public record VoxelGrid(int sizeI, int sizeJ, int sizeK, Affine voxelToPatientLps) {

    public VoxelGrid {
        if (sizeI < 1 || sizeJ < 1 || sizeK < 1) {
            throw new IllegalArgumentException(
                    "Grid size %d x %d x %d: expected at least one voxel on each axis".formatted(sizeI, sizeJ, sizeK));
        }
        if ((long) sizeI * sizeJ * sizeK > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "Grid size %d x %d x %d: more voxels than an array can hold".formatted(sizeI, sizeJ, sizeK));
        }
        double determinant = voxelToPatientLps.determinant();
        if (!(Math.abs(determinant) > 0) || Double.isInfinite(determinant)) {
            throw new IllegalArgumentException(
                    "Voxels of no volume: the grid's axes are degenerate or not finite, " + voxelToPatientLps);
        }
    }

    /** An axis-aligned grid whose voxel (0, 0, 0) has its centre at the origin. */
    public static VoxelGrid axisAligned(
            int sizeI, int sizeJ, int sizeK, double spacingMmI, double spacingMmJ, double spacingMmK) {
        return new VoxelGrid(sizeI, sizeJ, sizeK, Affine.scaling(spacingMmI, spacingMmJ, spacingMmK));
    }

    public int voxelCount() {
        return sizeI * sizeJ * sizeK;
    }

    /** Number of voxels along axis 0, 1 or 2. */
    public int size(int axis) {
        return switch (axis) {
            case 0 -> sizeI;
            case 1 -> sizeJ;
            case 2 -> sizeK;
            default -> throw new IndexOutOfBoundsException("Axis " + axis + ": expected 0, 1 or 2");
        };
    }

    /** Index into a flat array; not checked against the size. */
    public int index(int i, int j, int k) {
        return i + sizeI * (j + sizeJ * k);
    }

    public boolean contains(int i, int j, int k) {
        return i >= 0 && j >= 0 && k >= 0 && i < sizeI && j < sizeJ && k < sizeK;
    }

    /** Distance in mm between neighbouring voxel centres along axis 0, 1 or 2. */
    public double spacingMm(int axis) {
        return voxelToPatientLps.column(axis).length();
    }

    public double voxelVolumeMm3() {
        return Math.abs(voxelToPatientLps.determinant());
    }

    /** Centre of a voxel, or any point between, in mm. */
    public Vec3 patientLps(double i, double j, double k) {
        return voxelToPatientLps.apply(i, j, k);
    }

    /** Continuous voxel indices of a point in patient space. */
    public Vec3 voxelIjk(Vec3 patientLps) {
        return voxelToPatientLps.inverse().apply(patientLps);
    }

    /** The middle of the whole grid, in mm. */
    public Vec3 centreLps() {
        return patientLps((sizeI - 1) / 2.0, (sizeJ - 1) / 2.0, (sizeK - 1) / 2.0);
    }

    /** True if sizes agree and no corner voxel's centre differs by more than {@code toleranceMm}. */
    public boolean sameAs(VoxelGrid other, double toleranceMm) {
        if (sizeI != other.sizeI || sizeJ != other.sizeJ || sizeK != other.sizeK) {
            return false;
        }
        for (int corner = 0; corner < 8; corner++) {
            int i = (corner & 1) == 0 ? 0 : sizeI - 1;
            int j = (corner & 2) == 0 ? 0 : sizeJ - 1;
            int k = (corner & 4) == 0 ? 0 : sizeK - 1;
            if (patientLps(i, j, k).minus(other.patientLps(i, j, k)).length() > toleranceMm) {
                return false;
            }
        }
        return true;
    }

    /** The part of this grid that starts at voxel (i, j, k), of the given size; may reach beyond this grid. */
    public VoxelGrid window(int i, int j, int k, int newSizeI, int newSizeJ, int newSizeK) {
        return new VoxelGrid(
                newSizeI, newSizeJ, newSizeK, voxelToPatientLps.withTranslation(voxelToPatientLps.apply(i, j, k)));
    }
}
