package org.midline.network.engine;

/** What decides which kernel computes a convolution, but for the size of the image. */
public record ConvolutionShape(int in, int out, int kernel, int stride, int dilation) {
    @Override
    public String toString() {
        return "%d to %d channels, %dx%dx%d%s%s"
                .formatted(
                        in,
                        out,
                        kernel,
                        kernel,
                        kernel,
                        stride == 1 ? "" : ", stride " + stride,
                        dilation == 1 ? "" : ", dilation " + dilation);
    }
}
