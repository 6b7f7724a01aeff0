package org.midline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.nifti.NiftiWriter;
import org.midline.phantom.AnatomySynthesizer;
import org.midline.phantom.PatientSynthesizer;
import org.midline.phantom.SyntheticAnatomy;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Scanner;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PatientRelaxation;
import org.midline.phantom.signal.PhysicalContrast;
import org.midline.phantom.signal.SignalPainter;
import org.midline.phantom.tumour.FindingShares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole patient, and its stages: the head, the anatomy with its tumour, paint, one acquisition, one file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 4)
public class PatientBenchmark {
    private final ProceduralHeads heads = new ProceduralHeads();
    private final AnatomySynthesizer anatomies = new AnatomySynthesizer(heads, FindingShares.ALL_GLIOMA);
    private final PatientSynthesizer patients = new PatientSynthesizer();
    private Head head;
    private SyntheticAnatomy anatomy;
    private SyntheticImage image;
    private float[] signal;
    private PhysicalContrast contrast;
    private Path file;
    private long seed;

    @Setup
    public void make() throws IOException {
        head = heads.draw(HeadVariant.USUAL, draw(1));
        anatomy = anatomies.synthesize(1);
        SyntheticPatient patient = patients.synthesize(1);
        image = patient.images().get(Sequence.FLAIR);
        var relaxation = new PatientRelaxation(FieldStrength.TESLA_3, 8, 1, draw(2));
        contrast = new PhysicalContrast(image.protocol().pulses(), relaxation);
        signal = paint();
        file = Files.createTempFile("midline-benchmark", ".nii.gz");
        file.toFile().deleteOnExit();
    }

    @Benchmark
    public SyntheticPatient wholePatient() {
        return patients.synthesize(seed++);
    }

    /** The head map, the growth, the mass effect and the head map again. */
    @Benchmark
    public SyntheticAnatomy anatomy() {
        return anatomies.synthesize(seed++);
    }

    @Benchmark
    public HeadMap headMap() {
        return head.map(HeadMap.standardGrid(), PointMap.IDENTITY);
    }

    @Benchmark
    public final float[] paint() {
        return new SignalPainter(anatomy.materials(), draw(3)).paint(contrast);
    }

    @Benchmark
    public Volume acquire() {
        return new Scanner(anatomy.present()).image(image.protocol(), signal, contrast.reference(), draw(4));
    }

    @Benchmark
    public void writeCompressed() throws IOException {
        NiftiWriter.write(file, image.image());
    }

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }
}
