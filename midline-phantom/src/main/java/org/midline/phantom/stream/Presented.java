package org.midline.phantom.stream;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.scanner.Presentation;

/** Marks the voxels of an anatomy that a presentation leaves out. */
final class Presented {
    private Presented() {}

    /**
     * The anatomy with what is left out as the position behind the palette's last.
     *
     * @param patientToStandard see {@link org.midline.phantom.head.Head}
     */
    static AnatomyMap of(
            AnatomyMap anatomy, List<Material> palette, Presentation presentation, Affine patientToStandard) {
        if (presentation == Presentation.WHOLE) {
            return anatomy;
        }
        VoxelGrid grid = anatomy.grid();
        Affine toStandard = patientToStandard.after(grid.voxelToPatientLps());
        var brain = new boolean[palette.size()];
        for (int m = 0; m < brain.length; m++) {
            brain[m] = palette.get(m).host().isBrain();
        }
        short[] materials = anatomy.materials().clone();
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    int material = Short.toUnsignedInt(materials[n]);
                    if (!brain[material]) {
                        Tissue host = palette.get(material).host();
                        Vec3 standardMm = toStandard.apply(i, j, k);
                        if (presentation.blanks(host, standardMm)) {
                            materials[n] = (short) brain.length;
                        }
                    }
                }
            }
        }
        return new AnatomyMap(grid, materials, anatomy.window(), anatomy.occupancy());
    }
}
