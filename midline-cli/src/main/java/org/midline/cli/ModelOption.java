package org.midline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.midline.delineation.DelineationModels;
import org.midline.delineation.Delineator;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.PlausibilityRules;
import picocli.CommandLine.Option;

/** {@code --model}, for commands that delineate. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of one model, or of several in folders of their own "
                    + "(default: the models that come with Midline).")
    private Path folder;

    static Path shipped() {
        return Installation.home().resolve("models");
    }

    ModelFolders read() {
        return ModelFolders.read(folder == null ? shipped() : folder, shipped());
    }

    /** @throws org.midline.core.InputRefusedException if the models are not there */
    Delineator delineator(PrintWriter err) {
        DelineationModels models = read().open(warning -> err.println("midline: " + warning));
        return new Delineator(models, PlausibilityRules.USUAL);
    }
}
