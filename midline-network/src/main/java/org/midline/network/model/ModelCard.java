package org.midline.network.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.midline.core.Sequence;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;

/**
 * What a model is, beside its weights as {@code card.json}.
 *
 * @param sequence the MR sequence it reads; empty for the localiser, which reads any
 * @param threshold of the probability at which a voxel counts as inside
 * @param trainedOn the training data, in words; says so if they are synthetic
 * @param synthetic whether any of the training data are synthetic
 * @param command that trained it
 * @param trainingSteps how long
 * @param weightsOfStep the step of the training whose averaged weights these are, the best by the validation patients;
 *     empty for the last
 * @param measures by name, each with the data it was measured on in the name
 * @param limits what it must not be used for, and what it was never shown
 * @param sha256 of the weights file, in hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ModelCard(
        String name,
        String version,
        ModelKind kind,
        Optional<Sequence> sequence,
        GeneratorConfiguration generator,
        WorkingGrid workingGrid,
        double threshold,
        String trainedOn,
        boolean synthetic,
        String command,
        long trainingSteps,
        Optional<Long> weightsOfStep,
        long parameters,
        Map<String, Double> measures,
        List<String> limits,
        String licence,
        String sha256) {
    public ModelCard {
        measures = java.util.Collections.unmodifiableMap(new TreeMap<>(measures));
        limits = List.copyOf(limits);
    }
}
