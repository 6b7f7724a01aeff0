package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortWriter;
import org.midline.cohort.LabelledImage;
import org.midline.core.Sequence;
import org.midline.phantom.SyntheticPatient;

/**
 * Fills a folder with the patients of a plan, several at a time. Patients that an earlier, interrupted run finished are
 * kept if they are those of the plan, and made again if not.
 */
public final class CohortGenerator {
    private final Path folder;
    private final int threads;
    private final List<CohortForm> forms;
    private final List<CohortForm> otherForms;

    /**
     * @param threads patients made at the same time, each in some 350 MB
     * @param forms in which patients are written besides the plain one
     * @param otherForms that an earlier run may have written into the folder: a patient that is made again is removed
     *     from them
     */
    public CohortGenerator(Path folder, int threads, List<CohortForm> forms, List<CohortForm> otherForms) {
        this.folder = folder;
        this.threads = Math.max(1, threads);
        this.forms = List.copyOf(forms);
        this.otherForms = List.copyOf(otherForms);
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
    public Cohort generate(CohortPlan plan, Progress progress) throws IOException {
        var writer = new CohortWriter(folder, plan.name(), true, plan.description());
        var done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<?>>();
            for (PlannedPatient planned : plan.patients()) {
                running.add(pool.submit(() -> {
                    boolean made = patient(writer, planned);
                    progress.patientDone(done.incrementAndGet(), plan.patients().size(), planned.id(), made);
                    return null;
                }));
            }
            await(running);
        } finally {
            pool.shutdownNow();
        }
        removeOthers(plan);
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

    /** The patient's own record is removed first and written last: a run that is killed between leaves none. */
    private boolean patient(CohortWriter writer, PlannedPatient planned) throws IOException {
        boolean inAllForms = forms.stream().allMatch(form -> form.holds(planned));
        if (inAllForms
                && writer.resume(planned.id(), earlier -> PatientAttributes.tellOf(planned, earlier))
                        .isPresent()) {
            return false;
        }
        SyntheticPatient made =
                planned.population().synthesizer().synthesize(planned.seed()).withId(planned.id());
        writer.begin(planned.id());
        for (CohortForm form : otherForms) {
            form.remove(planned.id());
        }
        for (CohortForm form : forms) {
            form.remove(planned.id());
            form.write(planned, made);
        }
        writer.add(planned.id(), planned.split(), images(made), PatientAttributes.of(planned, made));
        return true;
    }

    private static Map<Sequence, LabelledImage> images(SyntheticPatient patient) {
        Map<Sequence, LabelledImage> images = new EnumMap<>(Sequence.class);
        patient.images()
                .forEach((sequence, image) -> images.put(
                        sequence,
                        new LabelledImage(
                                image.image(),
                                image.gtv(),
                                Optional.of(image.expert()),
                                Optional.of(image.anatomy()))));
        return images;
    }

    private void removeOthers(CohortPlan plan) throws IOException {
        Set<String> ids = plan.patients().stream().map(PlannedPatient::id).collect(Collectors.toSet());
        for (CohortForm form : forms) {
            for (String id : form.ids()) {
                if (!ids.contains(id)) {
                    form.remove(id);
                }
            }
        }
    }
}
