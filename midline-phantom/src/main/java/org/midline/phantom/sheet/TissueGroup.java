package org.midline.phantom.sheet;

import java.util.Optional;
import org.midline.phantom.head.Tissue;

/** What a histogram tells apart, each with the colour of its line. */
public enum TissueGroup {
    WHITE_MATTER(0xFFFFFF),
    CORTEX(0xA0A0A0),
    DEEP_GREY(0x60C0FF),
    BRAINSTEM(0xFFA040),
    FLUID(0x4060FF),
    TUMOUR(0xFF3030);

    private final int colour;

    TissueGroup(int colour) {
        this.colour = colour;
    }

    int colour() {
        return colour;
    }

    static Optional<TissueGroup> of(Tissue tissue) {
        return switch (tissue) {
            case WHITE_MATTER -> Optional.of(WHITE_MATTER);
            case CORTEX -> Optional.of(CORTEX);
            case BASAL_GANGLIA, PALLIDUM, THALAMUS -> Optional.of(DEEP_GREY);
            case MIDBRAIN, PONS, MEDULLA -> Optional.of(BRAINSTEM);
            case CSF, VENTRICLE -> Optional.of(FLUID);
            default -> Optional.empty();
        };
    }
}
