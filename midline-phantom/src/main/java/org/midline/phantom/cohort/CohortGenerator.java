package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.CohortWriter;
import org.midline.cohort.LabelledImage;
import org.midline.core.Sequence;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.TumourPlan;

/**
 * Fills a folder with synthetic patients. A patient's seed follows from the cohort's seed and the patient's number
 * alone, so a longer cohort contains the shorter one. Patients that an earlier, interrupted run finished are kept.
 */
public final class CohortGenerator {
    /** Bumped when the same seed no longer gives the same patient, so that old patients are made again. */
    static final String RECIPE = "2";

    private final PatientSynthesizer synthesizer;
    private final SplitShares shares;
    private final int threads;
    private final OtherForm otherForm;

    /** @param threads patients made at the same time, each in some 300 MB */
    public CohortGenerator(PatientSynthesizer synthesizer, SplitShares shares, int threads) {
        this(synthesizer, shares, threads, OtherForm.NONE);
    }

    /** @param otherForm in which patients are written besides, into their own folders */
    public CohortGenerator(PatientSynthesizer synthesizer, SplitShares shares, int threads, OtherForm otherForm) {
        this.synthesizer = synthesizer;
        this.shares = shares;
        this.threads = Math.max(1, threads);
        this.otherForm = otherForm;
    }

    /** Told after each patient, from any thread. */
    @FunctionalInterface
    public interface Progress {
        /** @param made false if the patient was there already */
        void patientDone(int done, int of, String id, boolean made);
    }

    /**
     * Makes the cohort.
     *
     * @throws IOException if a file cannot be written; what is finished stays and is found by the next run
     */
    public Cohort generate(Path folder, String name, int patients, long seed, Progress progress) throws IOException {
        if (patients < 1) {
            throw new IllegalArgumentException("A cohort of " + patients + " patients: expected at least one");
        }
        var writer = new CohortWriter(
                folder, name, true, "Synthetic patients, procedural heads, seed %d, recipe %s".formatted(seed, RECIPE));
        var done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<?>>();
            for (int number = 0; number < patients; number++) {
                int n = number;
                running.add(pool.submit(() -> {
                    boolean made = patient(writer, folder, n, seed);
                    progress.patientDone(done.incrementAndGet(), patients, id(n), made);
                    return null;
                }));
            }
            await(running);
        } finally {
            pool.shutdownNow();
        }
        return writer.finish();
    }

    private static void await(List<Future<?>> running) throws IOException {
        try {
            for (Future<?> patient : running) {
                patient.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A patient could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making patients", e);
        }
    }

    /** A patient's seed: the number-th value of the stream that the cohort's seed starts. */
    static long seedOf(long cohortSeed, int number) {
        return new SplittableRandom(cohortSeed + number * 0x9E3779B97F4A7C15L).nextLong();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "SYN-%04d", number + 1);
    }

    private boolean patient(CohortWriter writer, Path folder, int number, long cohortSeed) throws IOException {
        long seed = seedOf(cohortSeed, number);
        String id = id(number);
        Path patientFolder = folder.resolve("patients").resolve(id);
        var split = shares.of(number);
        Optional<CohortPatient> earlier = writer.resume(
                id,
                patient -> patient.split() == split
                        && Long.toString(seed).equals(patient.attributes().get("seed"))
                        && RECIPE.equals(patient.attributes().get("recipe"))
                        && otherForm.isIn(patientFolder));
        if (earlier.isPresent()) {
            return false;
        }
        SyntheticPatient made = synthesizer.synthesize(seed);
        Map<Sequence, LabelledImage> images = new EnumMap<>(Sequence.class);
        for (Map.Entry<Sequence, SyntheticImage> entry : made.images().entrySet()) {
            SyntheticImage image = entry.getValue();
            images.put(entry.getKey(), new LabelledImage(image.image(), image.gtv(), Optional.of(image.anatomy())));
        }
        otherForm.write(made, patientFolder);
        writer.add(id, split, images, attributes(made));
        return true;
    }

    private static Map<String, String> attributes(SyntheticPatient patient) {
        var attributes = new TreeMap<String, String>();
        attributes.put("seed", Long.toString(patient.seed()));
        attributes.put("recipe", RECIPE);
        attributes.put("age_years", String.format(Locale.ROOT, "%.1f", patient.ageYears()));
        attributes.put("volume_ml", String.format(Locale.ROOT, "%.2f", patient.volumeMl()));
        attributes.put("centre", patient.centre());
        attributes.put("head", patient.headSource());
        attributes.put("finding", patient.finding().key());
        attributes.put("site", "none");
        if (patient.finding() instanceof Finding.Glioma glioma) {
            TumourPlan plan = glioma.plan();
            attributes.put("site", key(plan.site()));
            attributes.put("enhancement", key(plan.enhancement()));
            attributes.put("conspicuity", String.format(Locale.ROOT, "%.2f", plan.conspicuity()));
        }
        patient.images()
                .forEach((sequence, image) -> attributes.put(
                        "protocol_" + sequence.key(),
                        image.protocol().description()
                                + String.format(
                                        Locale.ROOT,
                                        " %.1f mm %.1f T",
                                        image.image().grid().spacingMm(2),
                                        image.protocol().field().tesla())));
        return attributes;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
