package org.midline.delineation.input;

import java.nio.file.Path;
import org.midline.dicom.MrSeries;

/** Where an image comes from. */
public sealed interface ImageSource {

    /** A series of a DICOM study: an RT Structure Set can refer to it. */
    record Dicom(MrSeries series) implements ImageSource {}

    /** @param placement which of the header's transforms gave the geometry, and why */
    record Nifti(Path file, String placement) implements ImageSource {}
}
