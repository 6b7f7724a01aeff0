package org.midline.core.nifti;

import java.nio.file.Path;
import java.util.Optional;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiPlacement.Source;

/** The grid of a header in patient LPS mm, and how it was found. */
record PlacedGrid(VoxelGrid grid, NiftiPlacement placement) {
    private static final int SCANNER = 1;
    private static final int ALIGNED = 2;
    private static final double TOLERANCE_VOXELS = 0.25;
    /** What the rounding of a quaternion can do to a rotation of nearly 180 degrees. */
    private static final double TOLERANCE_RADIANS = 7e-4;

    static PlacedGrid of(Path file, NiftiHeader header, int sizeI, int sizeJ, int sizeK) {
        double unitMm = unitMm(header.xyztUnits());
        Optional<VoxelGrid> sform =
                header.sformCode() > 0 ? grid(sizeI, sizeJ, sizeK, header.srow(), unitMm) : Optional.empty();
        Optional<VoxelGrid> qform =
                header.qformCode() > 0 ? grid(sizeI, sizeJ, sizeK, qform(header), unitMm) : Optional.empty();
        if (sform.isPresent() && qform.isPresent()) {
            return ofBoth(header, sform.get(), qform.get());
        }
        if (sform.isPresent()) {
            String why = header.qformCode() > 0 ? "the qform is not a valid map" : "the header has no qform";
            return new PlacedGrid(sform.get(), new NiftiPlacement(Source.SFORM, false, "sform used: " + why));
        }
        if (qform.isPresent()) {
            String why = header.sformCode() > 0 ? "the sform is not a valid map" : "the header has no sform";
            return new PlacedGrid(qform.get(), new NiftiPlacement(Source.QFORM, false, "qform used: " + why));
        }
        if (header.sformCode() > 0 || header.qformCode() > 0) {
            throw new InputRefusedException(
                    "%s: neither sform nor qform is a valid map (degenerate or not finite), expected voxels of a finite volume; repair the header"
                            .formatted(file));
        }
        Vec3 spacing = header.spacing();
        var scaling = Affine.scaling(Math.abs(spacing.x()), Math.abs(spacing.y()), Math.abs(spacing.z()));
        VoxelGrid grid = grid(sizeI, sizeJ, sizeK, scaling, unitMm)
                .orElseThrow(() -> new InputRefusedException(
                        "%s: spacing %s x %s x %s and no sform or qform, expected positive numbers; repair the header"
                                .formatted(file, spacing.x(), spacing.y(), spacing.z())));
        return new PlacedGrid(
                grid,
                new NiftiPlacement(
                        Source.SPACING_ONLY,
                        false,
                        "spacing alone used: the header has neither sform nor qform, left and right are assumed (i to the right, j to anterior, k to superior)"));
    }

    private static PlacedGrid ofBoth(NiftiHeader header, VoxelGrid sform, VoxelGrid qform) {
        double apartMm = furthestCornerMm(sform, qform);
        boolean disagreement = apartMm > toleranceMm(sform);
        boolean templateSform = !inPatientFrame(header.sformCode()) && inPatientFrame(header.qformCode());
        VoxelGrid grid = templateSform ? qform : sform;
        Source source = templateSform ? Source.QFORM : Source.SFORM;
        String reason;
        if (!disagreement) {
            reason = templateSform ? "qform used: it agrees with the sform" : "sform used: it agrees with the qform";
        } else if (templateSform) {
            reason =
                    "qform used: the sform leads to a template (code %d), the qform to the scanner (code %d); they are %.1f mm apart"
                            .formatted(header.sformCode(), header.qformCode(), apartMm);
        } else {
            reason =
                    "sform used: it disagrees with the qform by %.1f mm (codes %d and %d), and is the more general of the two"
                            .formatted(apartMm, header.sformCode(), header.qformCode());
        }
        return new PlacedGrid(grid, new NiftiPlacement(source, disagreement, reason));
    }

    private static double toleranceMm(VoxelGrid grid) {
        double smallestMm = Math.min(grid.spacingMm(0), Math.min(grid.spacingMm(1), grid.spacingMm(2)));
        double diagonalMm = grid.patientLps(grid.sizeI() - 1, grid.sizeJ() - 1, grid.sizeK() - 1)
                .minus(grid.patientLps(0, 0, 0))
                .length();
        return Math.max(TOLERANCE_VOXELS * smallestMm, TOLERANCE_RADIANS * diagonalMm);
    }

    private static boolean inPatientFrame(int code) {
        return code == SCANNER || code == ALIGNED;
    }

    private static Affine qform(NiftiHeader header) {
        Affine rotation = header.quatern().rotation();
        Vec3 spacing = header.spacing();
        double qfac = header.qfac() < 0 ? -1 : 1;
        return new Affine(
                rotation.columnI().times(Math.abs(spacing.x())),
                rotation.columnJ().times(Math.abs(spacing.y())),
                rotation.columnK().times(qfac * Math.abs(spacing.z())),
                header.qoffset());
    }

    /** From voxels to RAS in the file's unit, to a grid in LPS mm; empty if the map is not finite or is degenerate. */
    private static Optional<VoxelGrid> grid(int sizeI, int sizeJ, int sizeK, Affine voxelToRas, double unitMm) {
        var rasToLps = Affine.scaling(-unitMm, -unitMm, unitMm);
        Affine voxelToLps = rasToLps.after(voxelToRas);
        double determinant = voxelToLps.determinant();
        Vec3 t = voxelToLps.translation();
        boolean finite = Double.isFinite(determinant) && Double.isFinite(t.x() + t.y() + t.z());
        return finite && determinant != 0
                ? Optional.of(new VoxelGrid(sizeI, sizeJ, sizeK, voxelToLps))
                : Optional.empty();
    }

    private static double unitMm(int xyztUnits) {
        return switch (xyztUnits & 7) {
            case 1 -> 1000;
            case 3 -> 0.001;
            default -> 1;
        };
    }

    private static double furthestCornerMm(VoxelGrid one, VoxelGrid other) {
        double furthest = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = (corner & 1) == 0 ? 0 : one.sizeI() - 1;
            int j = (corner & 2) == 0 ? 0 : one.sizeJ() - 1;
            int k = (corner & 4) == 0 ? 0 : one.sizeK() - 1;
            furthest = Math.max(
                    furthest,
                    one.patientLps(i, j, k).minus(other.patientLps(i, j, k)).length());
        }
        return furthest;
    }
}
