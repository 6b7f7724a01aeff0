package org.midline.cli;

import java.nio.file.Path;
import org.midline.core.InputRefusedException;
import org.midline.phantom.cohort.HeadPool;
import org.midline.phantom.cohort.HeadPools;
import org.midline.phantom.head.real.LabelledHeads;
import picocli.CommandLine.Option;

/** Which heads patients are made of. */
final class HeadsOption {

    @Option(
            names = "--heads",
            paramLabel = "FOLDER",
            description =
                    "Real heads: label maps in FreeSurfer's labels (.nii.gz), at least three. Each is kept to one "
                            + "split.")
    private Path folder;

    boolean isGiven() {
        return folder != null;
    }

    /**
     * The heads that patients have.
     *
     * @param realShare of the patients, if there are real heads
     * @throws InputRefusedException if the folder is not usable
     */
    HeadPools pools(double realShare) {
        if (folder == null) {
            return HeadPools.procedural();
        }
        var all = LabelledHeads.open(folder);
        if (all.names().size() < HeadPools.FEWEST_REAL_HEADS) {
            throw new InputRefusedException(
                    "%s: %d label maps, expected at least %d, so that training, validation and test share no head"
                            .formatted(folder, all.names().size(), HeadPools.FEWEST_REAL_HEADS));
        }
        return HeadPools.mixed(all.names(), names -> pool(all.only(names)), realShare);
    }

    private static HeadPool pool(LabelledHeads heads) {
        return new HeadPool(heads.identity(), heads);
    }
}
