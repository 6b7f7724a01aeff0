package org.midline.delineation.experiment;

import java.util.Map;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineator;
import org.midline.delineation.input.NiftiInput;
import org.midline.delineation.input.SequenceImage;

/**
 * One image of a cohort, delineated.
 *
 * @param truth on the grid of the image
 */
record CaseDelineation(Volume image, Mask truth, Delineation result) {

    /** Reads image and truth and goes the whole way that a study goes. */
    static CaseDelineation of(Delineator delineator, CohortPatient patient, Sequence sequence) {
        CohortImage files = patient.images().get(sequence);
        SequenceImage image =
                NiftiInput.read(Map.of(sequence, files.image())).images().get(sequence);
        Delineation result = delineator.delineate(image);
        return new CaseDelineation(image.volume(), files.readGtv(), result);
    }

    /** Empty if nothing was found or the image was refused. */
    Mask proposal() {
        return result instanceof Found found ? found.gtv() : Mask.empty(truth.grid());
    }
}
