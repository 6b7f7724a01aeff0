package org.midline.benchmark;

import java.util.concurrent.TimeUnit;
import org.midline.network.image.IntensityNormalisation;
import org.midline.phantom.stream.FreshSample;
import org.midline.phantom.stream.FreshStream;
import org.midline.phantom.stream.View;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A sample of the endless stream, normalised as the network wants it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
public class FreshSampleBenchmark {
    @Param
    public View view;

    private FreshStream stream;
    private long position;

    @Setup
    public void read() {
        stream = SmallLibrary.stream(view);
    }

    @Benchmark
    public float[] sample() {
        FreshSample sample = stream.at(position++);
        float[] image = sample.image();
        IntensityNormalisation.apply(image);
        return image;
    }
}
