package org.midline.network.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.NumericalSelfTest.Finding;

/** The tensor library as Midline uses it: its threads, and its slower path where the fast one cannot be believed. */
public final class Engine {
    private static final String THREADS_VARIABLE = "MIDLINE_THREADS";

    private Engine() {}

    /** Sets the number of native threads. */
    public static void prepare() {
        torch.set_num_threads(threads());
    }

    /**
     * The environment variable {@code MIDLINE_THREADS} if it is set, otherwise the number of processors.
     *
     * @throws IllegalArgumentException if the variable is not a number
     */
    public static int threads() {
        String wanted = System.getenv(THREADS_VARIABLE);
        if (wanted == null || wanted.isBlank()) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return Math.max(1, Integer.parseInt(wanted.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s': expected a number of threads".formatted(THREADS_VARIABLE, wanted), e);
        }
    }

    /**
     * Tries the convolutions that a network will use; where one is wrong on this processor, all go on by the library's
     * own slower kernels, and the warning says so.
     *
     * @throws IllegalStateException if those are wrong too
     */
    public static void trustOrFallBack(Collection<ConvolutionShape> shapes, Consumer<String> warning) {
        List<Finding> wrong = wrong(shapes);
        if (wrong.isEmpty()) {
            return;
        }
        useFastKernels(false);
        if (!wrong(shapes).isEmpty()) {
            throw new IllegalStateException(
                    "Convolutions on this processor are wrong by the fast and by the slow path: " + wrong);
        }
        warning.accept(
                "This processor's fast convolution is wrong for %s (relative error %.1e); going on by a slower path"
                        .formatted(wrong.get(0).shape(), wrong.get(0).output()));
    }

    /** Whether convolutions may use the processor's fast kernels; they do at the start. */
    static void useFastKernels(boolean fast) {
        torch.globalContext().setUserEnabledMkldnn(fast);
    }

    private static List<Finding> wrong(Collection<ConvolutionShape> shapes) {
        return NumericalSelfTest.quick(shapes).stream()
                .filter(finding -> !finding.right())
                .toList();
    }

    /** Name and version of the tensor library. */
    public static String libraryVersion() {
        String version = Tensor.class.getPackage().getImplementationVersion();
        return "libtorch through JavaCPP " + (version == null ? "(version unknown)" : version);
    }

    /** The processor's name as the system gives it; its architecture where it gives none. */
    public static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    /** The vector instructions that the library found, as it names them. */
    public static String cpuCapability() {
        return torch.get_cpu_capability().getString();
    }
}
