package org.midline.evaluation;

import java.util.OptionalDouble;

/** What measuring gave: a finite number, or the reason why there is none. Never NaN, never a stand-in number. */
public sealed interface Measure {

    /** @param value finite, in the unit of its {@link Metric} */
    record Value(double value) implements Measure {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Value " + value + ": a measure is finite or undefined");
            }
        }
    }

    /** @param reason a short clause for people, such as "the truth is empty" */
    record Undefined(String reason) implements Measure {
        public Undefined {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("An undefined measure must say why");
            }
        }
    }

    static Measure of(double value) {
        return new Value(value);
    }

    static Measure undefined(String reason) {
        return new Undefined(reason);
    }

    /** The number, or empty if undefined. */
    default OptionalDouble number() {
        return this instanceof Value value ? OptionalDouble.of(value.value()) : OptionalDouble.empty();
    }
}
