package org.midline.dicom;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The attributes of a series that tell what was measured. A missing text is the empty string, a missing number empty;
 * multi-valued text attributes are lists in upper case.
 *
 * @param modality MR for all that Midline delineates on
 * @param scanningSequence (0018,0020): SE, IR, GR, EP, RM
 * @param sequenceVariant (0018,0021): SK, MTC, SS, TRSS, SP, MP, OSP, NONE
 * @param contrastBolusAgent (0018,0010), empty if none was given
 * @param imageType (0008,0008)
 * @param scanOptions (0018,0022), for example FS (fat saturation), SFS, FC
 * @param angio (0018,0025) AngioFlag is Y, or an Enhanced MR object says time of flight or phase contrast
 * @param diffusionBValue (0018,9087) in s/mm2, empty if the series is not diffusion-weighted or does not say
 * @param acquisitionContrast (0008,9209) of Enhanced MR objects: T1, T2, FLUID_ATTENUATED, DIFFUSION, ...
 * @param magneticFieldStrengthT (0018,0087) in tesla
 */
public record MrAttributes(
        String modality,
        OptionalInt seriesNumber,
        String seriesDescription,
        String protocolName,
        String sequenceName,
        List<String> imageType,
        List<String> scanningSequence,
        List<String> sequenceVariant,
        List<String> scanOptions,
        String mrAcquisitionType,
        OptionalDouble repetitionTimeMs,
        OptionalDouble echoTimeMs,
        OptionalDouble inversionTimeMs,
        OptionalDouble flipAngleDeg,
        OptionalInt echoTrainLength,
        OptionalDouble diffusionBValue,
        boolean angio,
        String acquisitionContrast,
        OptionalDouble magneticFieldStrengthT,
        String contrastBolusAgent,
        String bodyPartExamined,
        String manufacturer) {
    public MrAttributes {
        imageType = List.copyOf(imageType);
        scanningSequence = List.copyOf(scanningSequence);
        sequenceVariant = List.copyOf(sequenceVariant);
        scanOptions = List.copyOf(scanOptions);
    }
}
