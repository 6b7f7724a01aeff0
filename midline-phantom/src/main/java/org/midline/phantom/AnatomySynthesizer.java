package org.midline.phantom;

import java.util.Optional;
import java.util.SplittableRandom;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadSource;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.Disease;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.FindingShares;
import org.midline.phantom.tumour.Grown;

/**
 * Makes what a patient is before any imaging: a head and what grows in it. The anatomy of a seed is that of the patient
 * that {@link PatientSynthesizer} makes of the same seed, heads and findings. Safe to use from many threads.
 */
public final class AnatomySynthesizer {
    private final HeadSource heads;
    private final FindingShares findings;

    public AnatomySynthesizer(HeadSource heads, FindingShares findings) {
        this.heads = heads;
        this.findings = findings;
    }

    public SyntheticAnatomy synthesize(long seed) {
        return synthesize(seed, new Draw(new SplittableRandom(seed)));
    }

    /** Splits two streams of its own off the draw. */
    SyntheticAnatomy synthesize(long seed, Draw root) {
        Draw headDraw = root.split();
        Draw tumourDraw = root.split();
        Finding finding = findings.draw(tumourDraw);
        Head head = heads.draw(finding.headVariant(), headDraw);
        HeadMap rest = head.map(HeadMap.standardGrid(), PointMap.IDENTITY);
        Optional<Grown> grown = Disease.grow(finding, rest, tumourDraw);
        HeadMap present = grown.map(g -> head.map(HeadMap.standardGrid(), g.presentToRest()))
                .orElse(rest);
        return new SyntheticAnatomy(seed, finding, head, present, grown.map(Grown::change));
    }
}
