package org.midline.phantom.signal;

import org.midline.phantom.noise.Draw;

/**
 * What one patient's disease is made of, in numbers that are chosen for this phantom after the appearance on the usual
 * sequences.
 *
 * @param tumour dense, without contrast agent: bright on T2 and FLAIR, equal to dark on T1
 * @param necrosis dead tissue, mostly fluid
 * @param cyst fluid with protein: bright on T2, brighter than cerebrospinal fluid on T1 and FLAIR
 * @param haemorrhage blood products of one age
 * @param enhancementMmolPerL of contrast agent where a tumour enhances fully
 * @param texture standard deviation of the signal in the tumour, relative to it
 */
record DiseasedTissue(
        Relaxation tumour,
        Relaxation necrosis,
        Relaxation cyst,
        Relaxation haemorrhage,
        double enhancementMmolPerL,
        double texture) {

    /** @param conspicuity how much the tumour differs from the brain, 0 to 1 */
    static DiseasedTissue draw(FieldStrength field, double conspicuity, Draw draw) {
        double longer = field == FieldStrength.TESLA_3 ? 1.2 : 1;
        var tumour = new Relaxation(
                longer * (850 + conspicuity * draw.uniform(80, 600)),
                90 + conspicuity * draw.uniform(40, 125),
                draw.uniform(0.82, 0.90),
                0);
        var necrosis =
                new Relaxation(longer * draw.uniform(1700, 2900), draw.uniform(220, 600), draw.uniform(0.92, 0.98), 0);
        var cyst = new Relaxation(draw.uniform(1600, 3200), draw.uniform(300, 900), draw.uniform(0.95, 1), 0);
        return new DiseasedTissue(
                tumour, necrosis, cyst, haemorrhage(longer, draw), draw.uniform(0.25, 0.9), draw.uniform(0.02, 0.10));
    }

    /** Bright on T1, and then dark or bright on T2, in the weeks after; dark on T2 alone in the first days. */
    private static Relaxation haemorrhage(double longer, Draw draw) {
        return switch (draw.choose(0.35, 0.25, 0.4)) {
            case 0 -> new Relaxation(longer * draw.uniform(850, 1150), draw.uniform(22, 38), 0.78, 0);
            case 1 -> new Relaxation(draw.uniform(320, 480), draw.uniform(30, 45), 0.80, 0);
            default -> new Relaxation(draw.uniform(350, 550), draw.uniform(110, 220), 0.85, 0);
        };
    }
}
