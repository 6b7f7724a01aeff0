package org.midline.phantom.tumour;

import java.util.function.IntPredicate;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.material.TissueChange;

/** From a disease at rest to one that has pushed its surroundings. */
final class Push {
    private Push() {}

    /**
     * Swells a disease to a volume and carries along what it is made of.
     *
     * @param swelling share of each voxel of the window that swells
     * @param takes whether a voxel of the window holds tissue that the disease can be in
     */
    static Grown swollen(HeadMap rest, TissueChange change, float[] swelling, IntPredicate takes, double targetMm3) {
        var cavity = new Cavity(rest, change.window(), swelling);
        var push = new MassEffect(cavity, cavity.coarsened(change.window(), swelling));
        Deformation deformation = push.swollenTo(targetMm3);
        var presentToRest = new CavityMap(deformation, rest);
        TissueChange present =
                new Pushed(rest.grid(), presentToRest, change.window(), takes).change(change, deformation.maximumMm());
        return new Grown(present, presentToRest);
    }
}
