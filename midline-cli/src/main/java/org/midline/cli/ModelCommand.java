package org.midline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code midline model}. */
@Command(
        name = "model",
        description = "Say which models there are, what they were trained on, and whether their files are whole.",
        footer = {
            "",
            "Examples:",
            "  midline model list",
            "  midline model show models/t2",
            "  midline model verify",
            ""
        })
final class ModelCommand implements Callable<Integer> {

    private static final String FOLDER =
            "Folder of one model or of several (default: the models that come with Midline).";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }

    private static List<ModelFolder> models(Path folder) {
        Path given = folder == null ? ModelOption.shipped() : folder;
        List<ModelFolder> models = ModelFolder.list(given);
        if (models.isEmpty()) {
            throw new InputRefusedException(given + ": no models here; train one with 'midline train'");
        }
        return models;
    }

    private static String sequence(ModelCard card) {
        return card.sequence().map(Sequence::title).orElse("any");
    }

    @Command(name = "list", description = "A line for each model.")
    Integer list(@Parameters(paramLabel = "DIR", arity = "0..1", description = FOLDER) Path folder) {
        var out = spec.commandLine().getOut();
        out.printf("%-24s %-10s %-10s %-9s %12s  %s%n", "Name", "Kind", "Sequence", "Version", "Parameters", "SHA-256");
        for (ModelFolder model : models(folder)) {
            ModelCard card = model.card();
            out.printf(
                    Locale.ROOT,
                    "%-24s %-10s %-10s %-9s %,12d  %.12s%n",
                    card.name(),
                    card.kind().name().toLowerCase(Locale.ROOT),
                    sequence(card),
                    card.version(),
                    card.parameters(),
                    card.sha256());
        }
        out.flush();
        return ExitCodes.DONE;
    }

    @Command(name = "show", description = "Everything on the card of each model.")
    Integer show(@Parameters(paramLabel = "DIR", arity = "0..1", description = FOLDER) Path folder) {
        models(folder).forEach(this::show);
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    private void show(ModelFolder model) {
        ModelCard card = model.card();
        line("Name", card.name() + " " + card.version());
        line("Folder", model.folder().toString());
        line("Kind", card.kind().name().toLowerCase(Locale.ROOT));
        line("Sequence", sequence(card));
        line("Trained on", card.trainedOn() + (card.synthetic() ? " (SYNTHETIC)" : ""));
        line("Trained by", card.command());
        line("Steps", String.format(Locale.ROOT, "%,d", card.trainingSteps()));
        card.weightsOfStep().ifPresent(step -> line("Weights of", String.format(Locale.ROOT, "step %,d", step)));
        line("Parameters", String.format(Locale.ROOT, "%,d", card.parameters()));
        line("Threshold", Double.toString(card.threshold()));
        card.measures().forEach((name, value) -> line("Measure", String.format(Locale.ROOT, "%s = %.4f", name, value)));
        card.limits().forEach(limit -> line("Limit", limit));
        line("Licence", card.licence());
        line("SHA-256", card.sha256());
        spec.commandLine().getOut().println();
    }

    private void line(String name, String value) {
        spec.commandLine().getOut().printf("%-12s %s%n", name, value);
    }

    @Command(name = "verify", description = "Compare the files with the hashes on their cards.")
    Integer verify(@Parameters(paramLabel = "DIR", arity = "0..1", description = FOLDER) Path folder) {
        for (ModelFolder model : models(folder)) {
            model.verifiedWeights();
            line(model.card().name(), "whole, SHA-256 " + model.card().sha256());
        }
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }
}
