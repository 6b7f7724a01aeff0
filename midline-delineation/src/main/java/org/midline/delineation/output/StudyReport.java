package org.midline.delineation.output;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.delineation.CodeVersion;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.ModelIdentity;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.input.ImageSource;
import org.midline.delineation.input.SequenceImage;
import org.midline.evaluation.report.CaseReport;
import org.midline.evaluation.report.FactGroup;
import org.midline.evaluation.report.FactGroup.Fact;
import org.midline.evaluation.report.Result;
import org.midline.evaluation.report.SequenceSection;

/** A study's delineation as a report for people. */
final class StudyReport {
    private final StudyDelineation delineation;
    private final Comparison comparison;
    private final boolean synthetic;
    private final LocalDateTime now;

    StudyReport(StudyDelineation delineation, Comparison comparison, boolean synthetic, LocalDateTime now) {
        this.delineation = delineation;
        this.comparison = comparison;
        this.synthetic = synthetic;
        this.now = now;
    }

    CaseReport report() {
        String patientId = delineation.study().patientId();
        List<SequenceSection> sections =
                delineation.results().keySet().stream().map(this::section).toList();
        List<FactGroup> facts = new ArrayList<>();
        facts.add(run());
        delineation.localiser().ifPresent(model -> facts.add(model("Localiser", model)));
        delineation.models().forEach((sequence, model) -> facts.add(model("Model for " + sequence.title(), model)));
        delineation.study().images().forEach((sequence, image) -> facts.add(image(sequence, image)));
        if (!delineation.study().setAside().isEmpty()) {
            facts.add(new FactGroup(
                    "Set aside",
                    delineation.study().setAside().stream()
                            .map(each -> new Fact(each.what(), each.reason()))
                            .toList()));
        }
        return new CaseReport(
                patientId.isBlank() ? "Delineation" : "Delineation of " + patientId,
                patientId,
                synthetic,
                Optional.empty(),
                sections,
                facts);
    }

    private SequenceSection section(Sequence sequence) {
        SequenceImage image = delineation.study().images().get(sequence);
        Delineation result = delineation.results().get(sequence);
        return new SequenceSection(
                sequence,
                Optional.of(image.volume()),
                result(result),
                Optional.ofNullable(comparison.truths().get(sequence)),
                Optional.ofNullable(comparison.evaluations().get(sequence)),
                image.recognition(),
                result instanceof Found found ? found.cautions() : image.cautions());
    }

    private static Result result(Delineation result) {
        if (result instanceof Found found) {
            return new Result.Proposed(found.gtv());
        }
        if (result instanceof NothingFound nothing) {
            return new Result.NothingFound(nothing.reason());
        }
        return new Result.Refused(((Refused) result).reason());
    }

    private FactGroup run() {
        PlausibilityRules rules = delineation.rules();
        return new FactGroup(
                "Run",
                List.of(
                        new Fact("Midline", CodeVersion.current().toString()),
                        new Fact("Time", now.truncatedTo(ChronoUnit.SECONDS).toString()),
                        new Fact("Status", "UNAPPROVED; research only, not a medical device"),
                        new Fact("Smallest tumour", rules.smallestTumourMl() + " ml"),
                        new Fact(
                                "Smallest part, share of the largest", Double.toString(rules.smallestShareOfLargest())),
                        new Fact("Enclosed holes", rules.fillHoles() ? "filled" : "kept")));
    }

    private static FactGroup model(String title, ModelIdentity model) {
        return new FactGroup(
                title,
                List.of(
                        new Fact("Name", model.name() + " " + model.version()),
                        new Fact("SHA-256 of the weights", model.sha256()),
                        new Fact("Trained on", model.trainedOn())));
    }

    private static FactGroup image(Sequence sequence, SequenceImage image) {
        List<Fact> facts = new ArrayList<>();
        if (image.source() instanceof ImageSource.Dicom dicom) {
            facts.add(new Fact("SeriesInstanceUID", dicom.series().seriesInstanceUid()));
        } else if (image.source() instanceof ImageSource.Nifti nifti) {
            facts.add(new Fact("File", nifti.file().getFileName().toString()));
            facts.add(new Fact("Geometry", nifti.placement()));
        }
        VoxelGrid grid = image.volume().grid();
        facts.add(new Fact(
                "Voxels",
                String.format(
                        Locale.ROOT,
                        "%d x %d x %d of %.2f x %.2f x %.2f mm",
                        grid.sizeI(),
                        grid.sizeJ(),
                        grid.sizeK(),
                        grid.spacingMm(0),
                        grid.spacingMm(1),
                        grid.spacingMm(2))));
        facts.add(new Fact("SHA-256 of the image", ImageHash.sha256(image.volume())));
        return new FactGroup("Image " + sequence.title(), facts);
    }
}
