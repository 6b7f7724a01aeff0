package org.midline.evaluation;

import java.util.Optional;
import java.util.function.Supplier;

/** The measures of one pair of masks by metric; what several of them rest on is computed once. */
final class PairMeasures {
    private final MaskPair pair;
    private final Overlap overlap;
    private Optional<SurfaceDistance> surface = Optional.empty();
    private Optional<VoxelSurfaceDistance> voxels = Optional.empty();
    private Optional<LesionWise> lesions = Optional.empty();

    PairMeasures(MaskPair pair) {
        this.pair = pair;
        this.overlap = Overlap.of(pair);
    }

    /** @throws IllegalArgumentException if it is none of this module's metrics */
    Measure measure(Metric metric) {
        return switch (metric.key()) {
            case "dsc" -> overlap.dsc();
            case "jaccard" -> overlap.jaccard();
            case "sensitivity" -> overlap.sensitivity();
            case "precision" -> overlap.precision();
            case "truth_volume_ml" -> Measure.of(overlap.truthVolumeMl());
            case "proposal_volume_ml" -> Measure.of(overlap.proposalVolumeMl());
            case "volume_difference_ml" -> Measure.of(overlap.volumeDifferenceMl());
            case "volume_difference_percent" -> overlap.volumeDifferencePercent();
            case "hd_mm" -> surface().hdMm();
            case "hd95_mm" -> surface().hd95Mm();
            case "assd_mm" -> surface().assdMm();
            case "masd_mm" -> surface().masdMm();
            case "hd95_monai_mm" -> voxels().hd95LargerMm();
            case "hd95_medpy_mm" -> voxels().hd95PooledMm();
            case "assd_voxel_mm" -> voxels().assdMm();
            case "masd_voxel_mm" -> voxels().masdMm();
            case "added_path_length_mm" -> AddedPathLength.mm(pair.truth(), pair.proposal(), 0);
            case "centre_distance_mm" -> CentreDistance.mm(pair.truth(), pair.proposal());
            case "lesion_wise_dsc" -> Measure.of(lesions().dsc());
            case "lesion_wise_hd95_mm" -> Measure.of(lesions().hd95Mm());
            default -> nsd(metric);
        };
    }

    private Measure nsd(Metric metric) {
        double toleranceMm = metric.toleranceMm()
                .orElseThrow(() -> new IllegalArgumentException("Nothing measures '" + metric.key() + "'"));
        return metric.equals(Metric.nsdOfVoxels(toleranceMm))
                ? voxels().nsd(toleranceMm)
                : surface().nsd(toleranceMm);
    }

    private SurfaceDistance surface() {
        surface = kept(surface, () -> SurfaceDistance.of(pair));
        return surface.get();
    }

    private VoxelSurfaceDistance voxels() {
        voxels = kept(voxels, () -> VoxelSurfaceDistance.between(pair.truth(), pair.proposal()));
        return voxels.get();
    }

    private LesionWise lesions() {
        lesions = kept(lesions, () -> LesionWise.of(pair.truth(), pair.proposal()));
        return lesions.get();
    }

    private static <T> Optional<T> kept(Optional<T> before, Supplier<T> make) {
        return before.or(() -> Optional.of(make.get()));
    }
}
