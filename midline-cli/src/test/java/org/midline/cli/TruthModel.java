package org.midline.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.resample.Resampler;
import org.midline.delineation.DelineationModel;
import org.midline.delineation.DelineationModels;
import org.midline.delineation.ModelIdentity;
import org.midline.delineation.RegionFinder;
import org.midline.network.image.WorkingGrid;
import org.midline.network.inference.Localisation;
import org.midline.phantom.SyntheticPatient;

/** In place of a network: the truth of a synthetic patient, blurred to the working grid. */
record TruthModel(Mask truth) implements DelineationModel {

    static DelineationModels of(SyntheticPatient patient) {
        Map<Sequence, Supplier<DelineationModel>> models = new HashMap<>();
        patient.images().forEach((sequence, image) -> models.put(sequence, () -> new TruthModel(image.gtv())));
        return new DelineationModels(
                () -> finder(patient.images().get(Sequence.T2).gtv()), models);
    }

    private static RegionFinder finder(Mask mask) {
        var grid = mask.grid();
        var sum = new Vec3(0, 0, 0);
        for (int n = 0; n < mask.inside().length; n++) {
            if (mask.inside()[n]) {
                int i = n % grid.sizeI();
                int j = n / grid.sizeI() % grid.sizeJ();
                int k = n / (grid.sizeI() * grid.sizeJ());
                sum = sum.plus(grid.patientLps(i, j, k));
            }
        }
        Vec3 centreLps = sum.times(1.0 / mask.voxelCount());
        return new RegionFinder() {
            @Override
            public Localisation locate(Volume image) {
                return new Localisation.Located(centreLps, 25, 10, mask.volumeMl());
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("truth finder", "0", "00", "the truth");
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Volume probability(Volume image, Vec3 centreLps) {
        var values = new float[truth.inside().length];
        for (int n = 0; n < values.length; n++) {
            values[n] = truth.inside()[n] ? 1 : 0;
        }
        return Resampler.antialiased(
                new Volume(truth.grid(), values), WorkingGrid.region().around(centreLps), 0);
    }

    @Override
    public double threshold() {
        return 0.5;
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("truth", "0", "7707", "the truth");
    }

    @Override
    public void close() {}
}
