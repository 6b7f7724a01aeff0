package org.midline.network.engine;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Between Java arrays and tensors.
 *
 * <p>An image whose array runs i fastest is the tensor (N, C, K, J, I). Five-dimensional tensors are kept in
 * {@code channels_last_3d}: the layout in which the convolutions are fast and right.
 *
 * <p>Tensors are native memory: make them inside a {@link org.bytedeco.javacpp.PointerScope}.
 */
public final class Tensors {
    private Tensors() {}

    /** A float tensor in plain (contiguous) order; the values are copied. */
    public static Tensor of(float[] values, long... shape) {
        return Tensor.create(values, shape);
    }

    /** A double tensor in plain (contiguous) order; the values are copied. */
    public static Tensor of(double[] values, long... shape) {
        return Tensor.create(values, shape);
    }

    /** The same values in {@code channels_last_3d}. */
    public static Tensor channelsLast(Tensor fiveDimensional) {
        return fiveDimensional.contiguous(MemoryFormat.ChannelsLast3d);
    }

    /** All values as floats, in plain order (last dimension fastest). */
    public static float[] toFloats(Tensor tensor) {
        Tensor plain = tensor.detach().to(ScalarType.Float).contiguous(MemoryFormat.Contiguous);
        var values = new float[Math.toIntExact(plain.numel())];
        if (values.length > 0) {
            new FloatPointer(plain.data_ptr()).get(values);
        }
        return values;
    }

    /** All values as doubles, in plain order (last dimension fastest). */
    public static double[] toDoubles(Tensor tensor) {
        Tensor plain = tensor.detach().to(ScalarType.Double).contiguous(MemoryFormat.Contiguous);
        var values = new double[Math.toIntExact(plain.numel())];
        if (values.length > 0) {
            new DoublePointer(plain.data_ptr()).get(values);
        }
        return values;
    }

    /** Concatenation along a dimension. */
    public static Tensor concatenate(int dimension, Tensor... parts) {
        return torch.cat(new TensorVector(parts), dimension);
    }

    /** Zero channels behind the given ones, so that their number is even: odd numbers meet wrong kernels. */
    public static Tensor withEvenChannels(Tensor image) {
        if (image.size(1) % 2 == 0) {
            return image;
        }
        return channelsLast(torch.constant_pad_nd(image, new long[] {0, 0, 0, 0, 0, 0, 0, 1}, new Scalar(0)));
    }
}
