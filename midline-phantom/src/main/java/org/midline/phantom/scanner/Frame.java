package org.midline.phantom.scanner;

/**
 * The size of an image and the direction in it that is encoded by phase.
 *
 * @param phaseAlongI else along j
 */
record Frame(int sizeI, int sizeJ, int sizeK, boolean phaseAlongI) {

    int phaseSize() {
        return phaseAlongI ? sizeI : sizeJ;
    }

    /** Adds a slice, times a weight, moved along the phase direction and wrapped around, to the same slice of another. */
    void addShifted(float[] source, float[] target, int k, int pixels, float weight) {
        int start = k * sizeI * sizeJ;
        int shift = Math.floorMod(pixels, phaseSize());
        for (int j = 0; j < sizeJ; j++) {
            int to = start + j * sizeI;
            if (phaseAlongI) {
                for (int i = 0; i < shift; i++) {
                    target[to + i] += weight * source[to + i + sizeI - shift];
                }
                for (int i = shift; i < sizeI; i++) {
                    target[to + i] += weight * source[to + i - shift];
                }
            } else {
                int from = start + Math.floorMod(j - shift, sizeJ) * sizeI;
                for (int i = 0; i < sizeI; i++) {
                    target[to + i] += weight * source[from + i];
                }
            }
        }
    }
}
