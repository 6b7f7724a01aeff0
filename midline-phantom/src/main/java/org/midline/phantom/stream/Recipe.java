package org.midline.phantom.stream;

import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.scanner.Protocol;
import org.midline.phantom.signal.Contrast;

/**
 * All that was drawn for one sample; applying it is deterministic, so that a sample can be made again.
 *
 * <p>The sample's frame is LPS in mm about the anatomy's centre: the working grid and the protocol's grid lie in it. A
 * point of it comes from the anatomy's point {@code sampleToPatient(elastic(p))}.
 *
 * @param patient position in the library
 * @param working the grid that the network sees
 * @param artefacts what the scanner adds
 */
record Recipe(
        int patient,
        Sequence sequence,
        VoxelGrid working,
        Affine sampleToPatient,
        Deformation elastic,
        Protocol protocol,
        Contrast contrast,
        TextureDraw texture,
        SampleArtefacts artefacts) {}
