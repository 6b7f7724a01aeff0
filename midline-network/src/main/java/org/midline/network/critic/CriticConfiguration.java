package org.midline.network.critic;

/**
 * The shape of a critic.
 *
 * @param width channels after the first convolution, doubled with each further one; even
 * @param depth strided convolutions at each scale
 * @param scales copies that look at the image at full size, half the size, and so on
 */
public record CriticConfiguration(int width, int depth, int scales) {
    public CriticConfiguration {
        if (width < 2 || width % 2 != 0 || depth < 1 || scales < 1) {
            throw new IllegalArgumentException(
                    "Critic of width %d, depth %d, %d scales: expected an even width, and at least one of each"
                            .formatted(width, depth, scales));
        }
    }

    /** Small against the generator: some 10 % of its time. */
    public static CriticConfiguration usual() {
        return new CriticConfiguration(16, 3, 2);
    }
}
