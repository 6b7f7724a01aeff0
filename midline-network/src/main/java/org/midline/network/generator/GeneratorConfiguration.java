package org.midline.network.generator;

import java.util.List;

/**
 * The shape of a generator.
 *
 * @param widths channels from the finest level to the bottleneck, each even, at least two levels; multiples of 16 are
 *     fastest
 * @param blocks blocks at each level of the encoder, as many as there are widths
 * @param outputs structures told apart, each with a probability of its own
 * @param multiScale multi-scale blocks, or plain ones of the same cost
 * @param attention spatial-channel attention behind the encoder's levels and on the skips
 * @param pyramid a pyramid of receptive fields at the bottleneck
 * @param deepSupervision coarser outputs from the decoder's inner levels, in training
 */
public record GeneratorConfiguration(
        List<Integer> widths,
        List<Integer> blocks,
        int outputs,
        boolean multiScale,
        boolean attention,
        boolean pyramid,
        boolean deepSupervision) {

    public GeneratorConfiguration {
        widths = List.copyOf(widths);
        blocks = List.copyOf(blocks);
        if (widths.size() < 2 || blocks.size() != widths.size()) {
            throw new IllegalArgumentException(
                    "Generator of widths %s and blocks %s: expected as many of one as of the other, at least two"
                            .formatted(widths, blocks));
        }
        if (widths.stream().anyMatch(width -> width < 4 || width % 4 != 0) || outputs < 1) {
            throw new IllegalArgumentException(
                    "Generator of widths %s and %d outputs: expected multiples of 4, and an output"
                            .formatted(widths, outputs));
        }
    }

    /** One tumour on the working grid of one sequence. */
    public static GeneratorConfiguration segmenter() {
        return new GeneratorConfiguration(List.of(16, 32, 64, 96), List.of(1, 1, 2, 1), 1, true, true, true, true);
    }

    /** Brainstem, thalami and tumour on a coarse grid of the whole head. */
    public static GeneratorConfiguration localiser() {
        return new GeneratorConfiguration(List.of(8, 16, 32, 64), List.of(1, 1, 1, 1), 3, true, true, true, false);
    }

    public int levels() {
        return widths.size();
    }

    /** Image sizes must be multiples of this. */
    public int sizeMultiple() {
        return 1 << (levels() - 1);
    }
}
