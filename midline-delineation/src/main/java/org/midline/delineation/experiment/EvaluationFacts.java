package org.midline.delineation.experiment;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.delineation.CodeVersion;
import org.midline.delineation.ModelFolders;
import org.midline.evaluation.report.FactGroup;
import org.midline.evaluation.report.FactGroup.Fact;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;

/** Where the figures of an evaluation come from. */
public final class EvaluationFacts {

    private EvaluationFacts() {}

    /** Program, cohort and date, then each model. */
    public static List<FactGroup> of(Cohort cohort, Split split, ModelFolders models, LocalDateTime now) {
        List<FactGroup> groups = new ArrayList<>();
        List<Fact> run = new ArrayList<>();
        run.add(new Fact("Midline", CodeVersion.current().toString()));
        run.add(new Fact("Date", now.truncatedTo(ChronoUnit.SECONDS).toString()));
        run.add(new Fact("Cohort", cohort.name()));
        if (!cohort.description().isBlank()) {
            run.add(new Fact("Description", cohort.description()));
        }
        run.add(new Fact("Patients", cohort.synthetic() ? "SYNTHETIC" : "not marked as synthetic"));
        run.add(new Fact("Split", split.key()));
        groups.add(new FactGroup("Run", run));
        models.all().stream().map(ModelFolder::card).map(EvaluationFacts::model).forEach(groups::add);
        return groups;
    }

    private static FactGroup model(ModelCard card) {
        String title =
                card.sequence().map(Sequence::title).map("Model for "::concat).orElse("Localiser");
        return new FactGroup(
                title,
                List.of(
                        new Fact("Name", card.name() + " " + card.version()),
                        new Fact("SHA-256 of the weights", card.sha256()),
                        new Fact("Threshold", String.format(Locale.ROOT, "%.3f", card.threshold())),
                        new Fact("Trained on", card.trainedOn())));
    }
}
