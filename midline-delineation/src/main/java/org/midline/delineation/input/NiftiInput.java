package org.midline.delineation.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiImage;
import org.midline.core.nifti.NiftiPlacement;
import org.midline.core.nifti.NiftiReader;

/** NIfTI images, each of the sequence that the user says. */
public final class NiftiInput {
    private NiftiInput() {}

    /**
     * Reads the images.
     *
     * @param files at least one
     * @throws org.midline.core.InputRefusedException if a file is not an image of one volume
     */
    public static StudyImages read(Map<Sequence, Path> files) {
        Map<Sequence, SequenceImage> images = new EnumMap<>(Sequence.class);
        files.forEach((sequence, file) -> images.put(sequence, image(sequence, file)));
        Path first = new EnumMap<>(files).values().iterator().next();
        return new StudyImages(nameOf(first), images, List.of());
    }

    private static SequenceImage image(Sequence sequence, Path file) {
        NiftiImage image = NiftiReader.read(file);
        NiftiPlacement placement = image.placement();
        List<String> cautions = new ArrayList<>();
        if (placement.source() == NiftiPlacement.Source.SPACING_ONLY || placement.disagreement()) {
            cautions.add("Where the patient lies is in doubt: " + placement.reason());
        }
        return new SequenceImage(
                sequence,
                image.volume(),
                new ImageSource.Nifti(file, placement.reason()),
                List.of("named " + sequence.key() + " by the user"),
                cautions);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(nii|hdr|img)(\\.gz)?$", "");
    }
}
