package org.midline.network.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.midline.network.engine.ConvolutionShape;
import org.midline.network.engine.Tensors;

/**
 * The learnt tensors of a network by name, in the order in which the layers asked for them; names are paths such as
 * {@code encoder.1.block.narrow.weight}.
 *
 * <p>Owns native memory: close it. The tensors outlive any {@link org.bytedeco.javacpp.PointerScope} they were made in.
 */
public final class Parameters implements AutoCloseable {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Tensor> states = new LinkedHashMap<>();
    private final Set<ConvolutionShape> convolutions = new LinkedHashSet<>();
    private final WorkMeter work = new WorkMeter();
    private final SplittableRandom random;
    private final ScalarType type;

    /** Parameters in single precision, drawn from the seed. */
    public Parameters(long seed) {
        this(seed, ScalarType.Float);
    }

    /** In a precision of choice: double for gradient checks. */
    public Parameters(long seed, ScalarType type) {
        this.random = new SplittableRandom(seed);
        this.type = type;
    }

    /** The place in the name space where a network's outermost layer puts its parameters. */
    public Scope root() {
        return new Scope("");
    }

    public Map<String, Tensor> byName() {
        return Collections.unmodifiableMap(tensors);
    }

    /** What layers remember between steps without learning it; belongs into a checkpoint, not into a model. */
    public Map<String, Tensor> states() {
        return Collections.unmodifiableMap(states);
    }

    /** The distinct convolutions that these parameters belong to. */
    public Set<ConvolutionShape> convolutions() {
        return Collections.unmodifiableSet(convolutions);
    }

    /** The arithmetic that the layers with these parameters have done. */
    public WorkMeter work() {
        return work;
    }

    /** How many numbers are learnt. */
    public long count() {
        return tensors.values().stream().mapToLong(Tensor::numel).sum();
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
        tensors.clear();
        states.values().forEach(Tensor::close);
        states.clear();
    }

    /** A prefix of parameter names. */
    public final class Scope {
        private final String prefix;

        private Scope(String prefix) {
            this.prefix = prefix;
        }

        public Scope child(String name) {
            return new Scope(prefix + name + ".");
        }

        /** What the layers under this place in the name space report their arithmetic to. */
        WorkMeter work() {
            return work;
        }

        /**
         * A convolution's weights (out, in, kernel, kernel, kernel), drawn from the normal distribution of variance
         * {@code gain^2 / (in kernel^3)} (He et al. 2015, arXiv:1502.01852).
         */
        Tensor weights(ConvolutionShape shape, double gain) {
            convolutions.add(shape);
            int out = shape.out();
            int in = shape.in();
            int kernel = shape.kernel();
            var values = new double[out * in * kernel * kernel * kernel];
            double scale = gain / Math.sqrt((double) in * kernel * kernel * kernel);
            for (int n = 0; n < values.length; n++) {
                values[n] = scale * gaussian();
            }
            return add(
                    "weight",
                    Tensors.of(values, out, in, kernel, kernel, kernel)
                            .to(type)
                            .contiguous(MemoryFormat.ChannelsLast3d));
        }

        Tensor constant(String name, int size, double value) {
            var values = new double[size];
            java.util.Arrays.fill(values, value);
            return add(name, Tensors.of(values, size).to(type));
        }

        /** A unit vector drawn at random, remembered and not learnt. */
        Tensor state(String name, int size) {
            var values = new double[size];
            double squares = 0;
            for (int n = 0; n < size; n++) {
                values[n] = gaussian();
                squares += values[n] * values[n];
            }
            for (int n = 0; n < size; n++) {
                values[n] /= Math.sqrt(squares);
            }
            Tensor tensor = Tensors.of(values, size).to(type);
            tensor.retainReference();
            if (states.putIfAbsent(prefix + name, tensor) != null) {
                throw new IllegalStateException("State " + prefix + name + " twice");
            }
            return tensor;
        }

        private Tensor add(String name, Tensor tensor) {
            tensor.retainReference();
            tensor.set_requires_grad(true);
            if (tensors.putIfAbsent(prefix + name, tensor) != null) {
                throw new IllegalStateException("Parameter " + prefix + name + " twice");
            }
            return tensor;
        }

        private double gaussian() {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            return radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
