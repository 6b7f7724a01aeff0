"""Fills the contours of one ROI on the slices they refer to, with pydicom and nothing of Midline.

Arguments: structure set, folder of the series, ROI name, output. Writes one byte per pixel (0 or 1), slices in the
order of their position along the normal. Fails if a contour does not lie in the plane of the image it names.
"""
import pathlib
import sys

import pydicom


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def toggle(pixels, columns, rows, polygon):
    """Even-odd rule at pixel centres."""
    for row in range(rows):
        crossings = sorted(
            x0 + (row - y0) * (x1 - x0) / (y1 - y0)
            for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1])
            if (y0 <= row) != (y1 <= row))
        for start, end in zip(crossings[::2], crossings[1::2]):
            for column in range(max(0, int(-(-start // 1))), min(columns, int(-(-end // 1)))):
                pixels[row * columns + column] ^= 1


structure_set_file, series_folder, roi_name, output = sys.argv[1:]
structure_set = pydicom.dcmread(structure_set_file)
images = [pydicom.dcmread(f, stop_before_pixels=True) for f in pathlib.Path(series_folder).glob("*.dcm")]
first = images[0]
row_direction = [float(v) for v in first.ImageOrientationPatient[:3]]
column_direction = [float(v) for v in first.ImageOrientationPatient[3:]]
normal = cross(row_direction, column_direction)
images.sort(key=lambda image: dot([float(v) for v in image.ImagePositionPatient], normal))
planes = {image.SOPInstanceUID: bytearray(image.Rows * image.Columns) for image in images}
by_uid = {image.SOPInstanceUID: image for image in images}

frame = structure_set.ReferencedFrameOfReferenceSequence[0]
series = frame.RTReferencedStudySequence[0].RTReferencedSeriesSequence[0]
assert frame.FrameOfReferenceUID == first.FrameOfReferenceUID
assert series.SeriesInstanceUID == first.SeriesInstanceUID
assert {item.ReferencedSOPInstanceUID for item in series.ContourImageSequence} == set(planes)

number = next(roi.ROINumber for roi in structure_set.StructureSetROISequence if roi.ROIName == roi_name)
roi_contour = next(c for c in structure_set.ROIContourSequence if c.ReferencedROINumber == number)
for contour in roi_contour.ContourSequence:
    image = by_uid[contour.ContourImageSequence[0].ReferencedSOPInstanceUID]
    origin = [float(v) for v in image.ImagePositionPatient]
    data = [float(v) for v in contour.ContourData]
    assert len(data) == 3 * contour.NumberOfContourPoints
    polygon = []
    for n in range(0, len(data), 3):
        offset = [p - o for p, o in zip(data[n:n + 3], origin)]
        assert abs(dot(offset, normal)) < 0.002, "contour off its plane"
        polygon.append((
            dot(offset, row_direction) / float(image.PixelSpacing[1]),
            dot(offset, column_direction) / float(image.PixelSpacing[0])))
    # Pieces of one ROI are disjoint, or holes to be taken out: even-odd over all of them is right for both.
    toggle(planes[image.SOPInstanceUID], image.Columns, image.Rows, polygon)

pathlib.Path(output).write_bytes(b"".join(bytes(planes[image.SOPInstanceUID]) for image in images))
