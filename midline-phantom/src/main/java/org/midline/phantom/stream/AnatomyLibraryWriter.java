package org.midline.phantom.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.midline.core.InputRefusedException;
import org.midline.phantom.AnatomySynthesizer;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticAnatomy;
import org.midline.phantom.cohort.HeadPool;
import org.midline.phantom.tumour.FindingShares;

/**
 * Fills a folder with anatomies, a file for each. A patient's seed follows from the library's seed and the patient's
 * number alone, so a larger library contains the smaller one. What an earlier, interrupted run finished is kept.
 */
public final class AnatomyLibraryWriter {
    private final IntFunction<HeadPool> heads;
    private final FindingShares findings;
    private final int threads;

    /**
     * A writer of one kind of library.
     *
     * @param heads that a patient of this number, from 0, has one of
     * @param threads anatomies made at the same time, each in some 300 MB
     */
    public AnatomyLibraryWriter(IntFunction<HeadPool> heads, FindingShares findings, int threads) {
        this.heads = heads;
        this.findings = findings;
        this.threads = Math.max(1, threads);
    }

    /** Told after each patient, from any thread. */
    @FunctionalInterface
    public interface Progress {
        /** @param made false if the patient was there already */
        void patientDone(int done, int of, String name, boolean made);
    }

    /**
     * Makes the anatomies.
     *
     * @throws IOException if a file cannot be written; what is finished stays and is found by the next run
     */
    public void write(Path folder, int patients, long seed, Progress progress) throws IOException {
        if (patients < 1) {
            throw new IllegalArgumentException("A library of " + patients + " patients: expected at least one");
        }
        var done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < patients; number++) {
                int n = number;
                running.add(pool.submit(() -> {
                    String name = String.format(Locale.ROOT, "%06d", n + 1);
                    boolean made =
                            patient(folder.resolve(name + AnatomyLibrary.SUFFIX), heads.apply(n), seedOf(seed, n));
                    progress.patientDone(done.incrementAndGet(), patients, name, made);
                    return null;
                }));
            }
            for (Future<?> patient : running) {
                patient.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("An anatomy could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making anatomies", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean patient(Path file, HeadPool pool, long seed) throws IOException {
        String recipe = "%s, %s, heads %s".formatted(PatientSynthesizer.RECIPE, findings, pool.identity());
        if (Files.exists(file) && isOf(file, recipe, seed)) {
            return false;
        }
        SyntheticAnatomy anatomy = new AnatomySynthesizer(pool.heads(), findings).synthesize(seed);
        AnatomyFile.write(file, recipe, AnatomyEntry.of(anatomy));
        return true;
    }

    private static boolean isOf(Path file, String recipe, long seed) {
        try {
            AnatomyFile.Read read = AnatomyFile.read(file, EnumSet.noneOf(View.class));
            return read.recipe().equals(recipe) && read.entry().facts().seed() == seed;
        } catch (InputRefusedException e) {
            // Damaged, or of an older format: made again.
            return false;
        }
    }

    /** Seeds of libraries and of cohorts come from different streams: a patient is hardly ever in both. */
    static long seedOf(long librarySeed, int number) {
        return new SplittableRandom(~librarySeed + number * 0x9E3779B97F4A7C15L).nextLong();
    }
}
