package org.midline.dicom.write;

import static org.midline.dicom.write.CompositeModules.type3;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.midline.core.Vec3;
import org.midline.dicom.MrSeries;

/** The ROIs of a Structure Set, their ROI Contour and their RT ROI Observations modules. */
final class RoiModules {
    private final MrSeries reference;
    private final StructureSetInfo info;
    private final HoleEncoding holes;

    RoiModules(MrSeries reference, StructureSetInfo info, HoleEncoding holes) {
        this.reference = reference;
        this.info = info;
        this.holes = holes;
    }

    void fill(Attributes dataset, List<Structure> structures) {
        Sequence rois = dataset.newSequence(Tag.StructureSetROISequence, structures.size());
        Sequence contours = dataset.newSequence(Tag.ROIContourSequence, structures.size());
        Sequence observations = dataset.newSequence(Tag.RTROIObservationsSequence, structures.size());
        for (int n = 0; n < structures.size(); n++) {
            rois.add(roi(n + 1, structures.get(n)));
            contours.add(roiContour(n + 1, structures.get(n)));
            observations.add(observation(n + 1, structures.get(n)));
        }
    }

    private Attributes roi(int number, Structure structure) {
        var roi = new Attributes();
        roi.setInt(Tag.ROINumber, VR.IS, number);
        roi.setString(Tag.ReferencedFrameOfReferenceUID, VR.UI, reference.frameOfReferenceUid());
        roi.setString(Tag.ROIName, VR.LO, structure.name());
        type3(roi, Tag.ROIDescription, VR.ST, structure.description());
        roi.setString(
                Tag.ROIVolume, VR.DS, DecimalString.thousandths(structure.mask().volumeMl()));
        roi.setString(Tag.ROIGenerationAlgorithm, VR.CS, "AUTOMATIC");
        type3(roi, Tag.ROIGenerationDescription, VR.LO, info.modelName());
        return roi;
    }

    private Attributes roiContour(int number, Structure structure) {
        var roiContour = new Attributes();
        roiContour.setInt(Tag.ReferencedROINumber, VR.IS, number);
        Color rgb = structure.rgb();
        roiContour.setInt(Tag.ROIDisplayColor, VR.IS, rgb.red(), rgb.green(), rgb.blue());
        List<StructureContour> contours = StructureContour.of(structure.mask(), holes);
        Sequence sequence = roiContour.newSequence(Tag.ContourSequence, contours.size());
        for (int n = 0; n < contours.size(); n++) {
            sequence.add(contour(n + 1, contours.get(n)));
        }
        return roiContour;
    }

    private Attributes contour(int number, StructureContour contour) {
        var item = new Attributes();
        StructureSetModules.contourImages(item, List.of(reference.slices().get(contour.k())));
        item.setString(
                Tag.ContourGeometricType,
                VR.CS,
                switch (holes) {
                    case KEYHOLE -> "CLOSED_PLANAR";
                    case XOR -> "CLOSEDPLANAR_XOR";
                });
        item.setInt(Tag.ContourNumber, VR.IS, number);
        List<Vec3> points = contour.pointsLps();
        item.setInt(Tag.NumberOfContourPoints, VR.IS, points.size());
        var data = new String[3 * points.size()];
        for (int n = 0; n < data.length; n++) {
            data[n] = DecimalString.thousandths(points.get(n / 3).component(n % 3));
        }
        item.setString(Tag.ContourData, VR.DS, data);
        return item;
    }

    private static Attributes observation(int number, Structure structure) {
        var observation = new Attributes();
        observation.setInt(Tag.ObservationNumber, VR.IS, number);
        observation.setInt(Tag.ReferencedROINumber, VR.IS, number);
        observation.setString(Tag.RTROIInterpretedType, VR.CS, structure.type().name());
        observation.setNull(Tag.ROIInterpreter, VR.PN);
        return observation;
    }
}
