package org.midline.phantom.tumour;

import java.util.Optional;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.noise.Draw;

/** What a finding makes of a head. */
public final class Disease {
    private Disease() {}

    /**
     * Grows a finding.
     *
     * @param rest the head before it, in isotropic voxels of about 1 mm
     * @return empty where the head itself is all that is unusual, if anything is
     */
    public static Optional<Grown> grow(Finding finding, HeadMap rest, Draw draw) {
        if (finding instanceof Finding.Glioma glioma) {
            return Optional.of(new TumourGrowth(glioma.plan(), draw).grow(rest));
        }
        if (finding instanceof Finding.LookAlike lookAlike) {
            return switch (lookAlike) {
                case PINEAL_MASS -> Optional.of(new RoundMass(MassPlan.pineal(draw), draw).grow(rest));
                case CEREBELLAR_MASS -> Optional.of(new RoundMass(MassPlan.cerebellar(draw), draw).grow(rest));
                case WHITE_MATTER_LESIONS -> Optional.of(new WhiteMatterLesions(draw).grow(rest));
                case VESSELS -> Optional.of(new Telangiectasia(draw).grow(rest));
                case HYDROCEPHALUS, CHIARI -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
