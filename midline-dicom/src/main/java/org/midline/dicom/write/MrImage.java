package org.midline.dicom.write;

import static org.midline.dicom.write.CompositeModules.type2;
import static org.midline.dicom.write.CompositeModules.type3;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SliceReference;

/** The slices of a series as data sets of the MR Image IOD (PS3.3 section A.4). */
final class MrImage {
    private static final double WINDOW_FROM_QUANTILE = 0.01;
    private static final double WINDOW_TO_QUANTILE = 0.995;

    private final MrSeries series;
    private final SlicePlanes planes;
    private final StoredPixels pixels;
    private final String windowCenter;
    private final String windowWidth;

    MrImage(MrSeries series) {
        this.series = series;
        this.planes = new SlicePlanes(series.volume().grid());
        this.pixels = StoredPixels.of(series.volume());
        double low = pixels.quantile(WINDOW_FROM_QUANTILE);
        double width = Math.max(pixels.quantile(WINDOW_TO_QUANTILE) - low, 1);
        this.windowCenter = DecimalString.thousandths(low + width / 2);
        this.windowWidth = DecimalString.thousandths(width);
    }

    Attributes slice(int k) {
        SliceReference reference = series.slices().get(k);
        Attributes dataset =
                CompositeModules.dataset(series.patientStudy(), reference.sopClassUid(), reference.sopInstanceUid());
        generalSeriesAndEquipment(dataset);
        imagePlane(dataset, k);
        mrImage(dataset);
        imagePixel(dataset, k);
        return dataset;
    }

    private void generalSeriesAndEquipment(Attributes dataset) {
        MrAttributes attributes = series.attributes();
        dataset.setString(Tag.Modality, VR.CS, "MR");
        dataset.setString(Tag.SeriesInstanceUID, VR.UI, series.seriesInstanceUid());
        type2(dataset, Tag.SeriesNumber, VR.IS, text(attributes.seriesNumber()));
        type3(dataset, Tag.SeriesDescription, VR.LO, attributes.seriesDescription());
        type3(dataset, Tag.SeriesDate, VR.DA, series.patientStudy().studyDate());
        type3(dataset, Tag.SeriesTime, VR.TM, series.patientStudy().studyTime());
        type3(dataset, Tag.ProtocolName, VR.LO, attributes.protocolName());
        type3(dataset, Tag.BodyPartExamined, VR.CS, attributes.bodyPartExamined());
        dataset.setString(Tag.PatientPosition, VR.CS, "HFS");
        type2(dataset, Tag.Manufacturer, VR.LO, attributes.manufacturer());
        dataset.setString(Tag.FrameOfReferenceUID, VR.UI, series.frameOfReferenceUid());
        dataset.setNull(Tag.PositionReferenceIndicator, VR.LO);
    }

    private void imagePlane(Attributes dataset, int k) {
        dataset.setInt(Tag.InstanceNumber, VR.IS, k + 1);
        dataset.setNull(Tag.AcquisitionNumber, VR.IS);
        dataset.setString(Tag.ImageOrientationPatient, VR.DS, planes.imageOrientationPatient());
        dataset.setString(Tag.ImagePositionPatient, VR.DS, planes.imagePositionPatient(k));
        dataset.setString(Tag.PixelSpacing, VR.DS, planes.pixelSpacing());
        dataset.setString(Tag.SliceThickness, VR.DS, planes.sliceSpacing());
        dataset.setString(Tag.SpacingBetweenSlices, VR.DS, planes.sliceSpacing());
        dataset.setString(Tag.SliceLocation, VR.DS, planes.sliceLocation(k));
    }

    private void mrImage(Attributes dataset) {
        MrAttributes attributes = series.attributes();
        type1(dataset, Tag.ImageType, attributes.imageType(), "ORIGINAL", "PRIMARY", "OTHER");
        type1(dataset, Tag.ScanningSequence, attributes.scanningSequence(), "RM");
        type1(dataset, Tag.SequenceVariant, attributes.sequenceVariant(), "NONE");
        type2(dataset, Tag.ScanOptions, VR.CS, String.join("\\", attributes.scanOptions()));
        type2(dataset, Tag.MRAcquisitionType, VR.CS, attributes.mrAcquisitionType());
        type3(dataset, Tag.SequenceName, VR.SH, attributes.sequenceName());
        type2(dataset, Tag.RepetitionTime, VR.DS, text(attributes.repetitionTimeMs()));
        type2(dataset, Tag.EchoTime, VR.DS, text(attributes.echoTimeMs()));
        type2(dataset, Tag.EchoTrainLength, VR.IS, text(attributes.echoTrainLength()));
        if (attributes.inversionTimeMs().isPresent()
                || attributes.scanningSequence().contains("IR")) {
            type2(dataset, Tag.InversionTime, VR.DS, text(attributes.inversionTimeMs()));
        }
        type3(dataset, Tag.FlipAngle, VR.DS, text(attributes.flipAngleDeg()));
        type3(dataset, Tag.AngioFlag, VR.CS, attributes.angio() ? "Y" : "");
        type3(dataset, Tag.MagneticFieldStrength, VR.DS, text(attributes.magneticFieldStrengthT()));
        attributes.diffusionBValue().ifPresent(value -> dataset.setDouble(Tag.DiffusionBValue, VR.FD, value));
        type3(dataset, Tag.ContrastBolusAgent, VR.LO, attributes.contrastBolusAgent());
    }

    private void imagePixel(Attributes dataset, int k) {
        dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
        dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        dataset.setInt(Tag.Rows, VR.US, series.volume().grid().sizeJ());
        dataset.setInt(Tag.Columns, VR.US, series.volume().grid().sizeI());
        dataset.setInt(Tag.BitsAllocated, VR.US, 16);
        dataset.setInt(Tag.BitsStored, VR.US, 16);
        dataset.setInt(Tag.HighBit, VR.US, 15);
        dataset.setInt(Tag.PixelRepresentation, VR.US, 0);
        dataset.setString(Tag.RescaleIntercept, VR.DS, DecimalString.of(pixels.intercept()));
        dataset.setString(Tag.RescaleSlope, VR.DS, DecimalString.of(pixels.slope()));
        dataset.setString(Tag.RescaleType, VR.LO, "US");
        dataset.setString(Tag.WindowCenter, VR.DS, windowCenter);
        dataset.setString(Tag.WindowWidth, VR.DS, windowWidth);
        dataset.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        dataset.setString(Tag.LossyImageCompression, VR.CS, "00");
        dataset.setBytes(Tag.PixelData, VR.OW, pixels.slice(k));
    }

    private static void type1(Attributes dataset, int tag, List<String> values, String... otherwise) {
        dataset.setString(tag, VR.CS, values.isEmpty() ? otherwise : values.toArray(String[]::new));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? DecimalString.of(value.getAsDouble()) : "";
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }
}
