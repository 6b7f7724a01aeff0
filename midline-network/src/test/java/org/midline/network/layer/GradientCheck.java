package org.midline.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.Tensors;

/**
 * Compares the gradient of a function with central differences, in double precision, at entries drawn from each tensor:
 * {@code (f(w + h) - f(w - h)) / 2h}, error of order h^2.
 */
public final class GradientCheck {
    /** Small, so that hardly a kink of a leaky ReLU lies within it. */
    private static final double STEP = 1e-6;

    private static final double TOLERANCE = 2e-6;
    private static final int ENTRIES = 6;

    private GradientCheck() {}

    /** @param function gives one number from the tensors' present values */
    public static void check(Map<String, Tensor> tensors, Supplier<Tensor> function) {
        torch.set_num_threads(1);
        try (var scope = new PointerScope()) {
            function.get().backward();
        }
        var random = new SplittableRandom(5);
        List<String> wrong = new ArrayList<>();
        tensors.forEach((name, tensor) -> {
            try (var scope = new PointerScope()) {
                if (!tensor.grad().defined()) {
                    wrong.add(name + ": no gradient");
                    return;
                }
                Tensor gradient = tensor.grad().clone();
                for (int n = 0; n < ENTRIES; n++) {
                    int entry = random.nextInt(Math.toIntExact(tensor.numel()));
                    double expected = difference(tensor, entry, function);
                    double found = new DoublePointer(gradient.data_ptr()).get(entry);
                    if (Math.abs(expected - found) > TOLERANCE * Math.max(1, Math.abs(expected))) {
                        wrong.add("%s[%d]: gradient %.10g, difference %.10g".formatted(name, entry, found, expected));
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Both memory layouts agree, since gradient and tensor have the same strides. */
    private static double difference(Tensor tensor, int entry, Supplier<Tensor> function) {
        var memory = new DoublePointer(tensor.data_ptr());
        double before = memory.get(entry);
        memory.put(entry, before + STEP);
        double above = value(function);
        memory.put(entry, before - STEP);
        double below = value(function);
        memory.put(entry, before);
        return (above - below) / (2 * STEP);
    }

    private static double value(Supplier<Tensor> function) {
        try (var scope = new PointerScope()) {
            return function.get().item_double();
        }
    }

    /** Normal numbers of a seed, not attached to any scope. */
    public static Tensor random(long seed, long... shape) {
        int count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, Math.toIntExact(size));
        }
        var random = new SplittableRandom(seed);
        var values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return Tensors.of(values, shape);
    }
}
