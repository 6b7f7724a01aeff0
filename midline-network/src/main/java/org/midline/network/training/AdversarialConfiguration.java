package org.midline.network.training;

import org.midline.network.critic.CriticConfiguration;

/**
 * How a critic takes part in a training.
 *
 * @param firstStep when the critic begins to learn; the generator learns alone before
 * @param rampSteps after which its word has its full weight
 * @param weight of the adversarial loss beside the overlap loss
 * @param featureWeight of the feature-matching loss
 * @param rateFactor the critic's learning rate, relative to the generator's
 */
public record AdversarialConfiguration(
        CriticConfiguration critic,
        long firstStep,
        long rampSteps,
        double weight,
        double featureWeight,
        double rateFactor) {

    public AdversarialConfiguration {
        if (firstStep < 1 || rampSteps < 0 || !(weight >= 0 && featureWeight >= 0 && rateFactor > 0)) {
            throw new IllegalArgumentException(
                    "Adversarial training from step %d, ramp of %d, weights %s and %s, rate factor %s"
                            .formatted(firstStep, rampSteps, weight, featureWeight, rateFactor));
        }
    }

    /** The critic comes in after a third of the steps, when masks are plausible. */
    static AdversarialConfiguration usual(long steps) {
        return new AdversarialConfiguration(
                CriticConfiguration.usual(), Math.max(1, steps / 3), Math.max(1, steps / 6), 0.02, 0.2, 0.5);
    }

    /** From 0 before the first step to 1 at the end of the ramp. */
    double share(long step) {
        if (step < firstStep) {
            return 0;
        }
        return Math.min(1, (step - firstStep + 1.0) / (rampSteps + 1.0));
    }
}
