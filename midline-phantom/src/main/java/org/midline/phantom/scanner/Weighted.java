package org.midline.phantom.scanner;

import java.util.List;
import org.midline.phantom.noise.Draw;

/** Values with the weights that they are drawn by; the weights need not sum to 1. */
record Weighted<T>(List<T> values, List<Double> weights) {

    Weighted {
        values = List.copyOf(values);
        weights = List.copyOf(weights);
    }

    T draw(Draw draw) {
        return values.get(draw.choose(weights.stream().mapToDouble(w -> w).toArray()));
    }
}
