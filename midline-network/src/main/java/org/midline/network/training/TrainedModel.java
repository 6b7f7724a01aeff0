package org.midline.network.training;

import java.util.List;
import java.util.Map;
import org.midline.network.model.FloatArray;

/**
 * What training gives.
 *
 * @param weights averaged over the last steps, by name
 * @param validationDice mean over the validation patients on the working grid, for each output
 */
public record TrainedModel(Map<String, FloatArray> weights, long parameters, long steps, List<Double> validationDice) {}
