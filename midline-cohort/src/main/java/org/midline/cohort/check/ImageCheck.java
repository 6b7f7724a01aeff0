package org.midline.cohort.check;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.layout.CohortLayout;
import org.midline.cohort.layout.MaskFacts;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiGeometry;
import org.midline.core.nifti.NiftiImage;
import org.midline.core.nifti.NiftiPlacement;
import org.midline.core.nifti.NiftiReader;

/** Looks at one image and its masks; at their voxels too, or at what their headers say alone. */
final class ImageCheck {
    private static final double LEAST_SPACING_MM = 0.2;
    private static final double MOST_SPACING_MM = 10;
    private static final double LEAST_FIELD_MM = 60;
    private static final double MOST_FIELD_MM = 600;
    private static final double LARGEST_TARGET_ML = 400;
    private static final int PIECE_VOXELS = 1 << 14;

    private final OpenedCohort opened;
    private final CohortPatient patient;
    private final Sequence sequence;
    private final CohortImage files;
    private final boolean voxels;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> hash = Optional.empty();

    /** @param voxels whether to read them */
    ImageCheck(OpenedCohort opened, CohortPatient patient, Sequence sequence, boolean voxels) {
        this.opened = opened;
        this.patient = patient;
        this.sequence = sequence;
        this.files = patient.images().get(sequence);
        this.voxels = voxels;
    }

    List<Finding> findings() {
        return findings;
    }

    ImageFacts look() {
        Optional<VoxelGrid> grid = Optional.empty();
        OptionalDouble targetMl = OptionalDouble.empty();
        try {
            grid = Optional.of(image());
        } catch (InputRefusedException e) {
            findings.add(unreadable(files.image(), e));
        }
        try {
            targetMl = target(grid);
        } catch (InputRefusedException e) {
            findings.add(unreadable(files.gtv(), e));
        }
        for (Optional<Path> other : List.of(files.expert(), files.anatomy())) {
            if (other.isPresent()) {
                try {
                    onGrid(other.get(), NiftiReader.readGeometry(other.get()).grid(), grid);
                } catch (InputRefusedException e) {
                    findings.add(unreadable(other.get(), e));
                }
            }
        }
        return new ImageFacts(patient, sequence, grid, targetMl, hash);
    }

    /** The reader's messages begin with the file. */
    private static Finding unreadable(Path file, InputRefusedException e) {
        String start = file + ": ";
        return Finding.error(
                file, e.getMessage().startsWith(start) ? e.getMessage().substring(start.length()) : e.getMessage());
    }

    private VoxelGrid image() {
        NiftiGeometry geometry;
        if (voxels) {
            NiftiImage image = NiftiReader.read(files.image());
            geometry = new NiftiGeometry(image.volume().grid(), image.placement());
            values(image.volume());
        } else {
            geometry = NiftiReader.readGeometry(files.image());
        }
        NiftiPlacement placement = geometry.placement();
        if (placement.disagreement() || placement.source() == NiftiPlacement.Source.SPACING_ONLY) {
            findings.add(Finding.warning(files.image(), "where the patient lies is in doubt: " + placement.reason()));
        }
        VoxelGrid grid = geometry.grid();
        for (int axis = 0; axis < 3; axis++) {
            double spacing = grid.spacingMm(axis);
            if (spacing < LEAST_SPACING_MM || spacing > MOST_SPACING_MM) {
                findings.add(Finding.warning(
                        files.image(),
                        "spacing %s mm, expected %s to %s on each axis"
                                .formatted(GridComparison.spacing(grid), LEAST_SPACING_MM, MOST_SPACING_MM)));
                return grid;
            }
            double field = spacing * grid.size(axis);
            if (field < LEAST_FIELD_MM || field > MOST_FIELD_MM) {
                findings.add(Finding.warning(
                        files.image(),
                        String.format(
                                Locale.ROOT,
                                "%s voxels of %s mm are %.0f mm along axis %d, expected %.0f to %.0f",
                                GridComparison.size(grid),
                                GridComparison.spacing(grid),
                                field,
                                axis,
                                LEAST_FIELD_MM,
                                MOST_FIELD_MM)));
                return grid;
            }
        }
        return grid;
    }

    private void values(Volume volume) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        long notFinite = 0;
        for (float value : volume.values()) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            } else {
                notFinite++;
            }
        }
        if (notFinite > 0) {
            findings.add(
                    Finding.error(files.image(), "%d voxels are no finite number, expected none".formatted(notFinite)));
        }
        if (!(most > least)) {
            findings.add(Finding.error(files.image(), "every voxel has the same value, expected an image"));
        }
        hash = Optional.of(hashOf(volume));
    }

    private OptionalDouble target(Optional<VoxelGrid> image) {
        MaskFacts known = opened.masks().get(files.gtv());
        if (known == null && !voxels) {
            onGrid(files.gtv(), NiftiReader.readGeometry(files.gtv()).grid(), image);
            return OptionalDouble.empty();
        }
        MaskFacts facts = known == null ? MaskFacts.read(files.gtv()) : known;
        onGrid(files.gtv(), facts.grid(), image);
        labels(facts);
        double volumeMl = facts.volumeMl(files.labels());
        if (volumeMl == 0) {
            String others = facts.voxelsByLabel().isEmpty()
                    ? ""
                    : "; it has labels %s, expected %s"
                            .formatted(
                                    listed(facts.voxelsByLabel().keySet()),
                                    files.labels().title());
            findings.add(Finding.warning(
                    files.gtv(), "the target is empty: learned from as a patient without tumour" + others));
        } else if (volumeMl > LARGEST_TARGET_ML) {
            findings.add(Finding.warning(
                    files.gtv(),
                    String.format(
                            Locale.ROOT,
                            "a target of %.0f ml, expected less than %.0f; is this the mask of the tumour?",
                            volumeMl,
                            LARGEST_TARGET_ML)));
        }
        return OptionalDouble.of(volumeMl);
    }

    private void labels(MaskFacts facts) {
        if (facts.voxelsNoLabel() > 0) {
            findings.add(Finding.error(
                    files.gtv(), "%d voxels are no whole number, expected labels".formatted(facts.voxelsNoLabel())));
        }
        List<Integer> unexpected = facts.voxelsByLabel().keySet().stream()
                .filter(label -> !expected(label))
                .toList();
        if (!unexpected.isEmpty()) {
            findings.add(Finding.warning(files.gtv(), "labels that are not expected: " + listed(unexpected)));
        }
    }

    private boolean expected(int label) {
        if (opened.layout() == CohortLayout.MIDLINE && files.labels().isEvery()) {
            return label == 1;
        }
        return label > 0
                && (opened.expectedLabels().isEmpty() || opened.expectedLabels().contains(label));
    }

    private void onGrid(Path mask, VoxelGrid grid, Optional<VoxelGrid> image) {
        image.flatMap(of -> GridComparison.difference(of, grid))
                .ifPresent(difference -> findings.add(Finding.error(mask, difference)));
    }

    private static String listed(Iterable<Integer> labels) {
        var text = new ArrayList<String>();
        labels.forEach(label -> text.add(label.toString()));
        return text.stream().collect(Collectors.joining(", "));
    }

    private static String hashOf(Volume volume) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        float[] values = volume.values();
        ByteBuffer piece = ByteBuffer.allocate(PIECE_VOXELS * Float.BYTES);
        for (int start = 0; start < values.length; start += PIECE_VOXELS) {
            int count = Math.min(PIECE_VOXELS, values.length - start);
            piece.asFloatBuffer().put(values, start, count);
            digest.update(piece.array(), 0, count * Float.BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
