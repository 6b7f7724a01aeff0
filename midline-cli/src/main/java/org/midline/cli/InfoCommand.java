package org.midline.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.midline.delineation.CodeVersion;
import org.midline.network.engine.ConvolutionShape;
import org.midline.network.engine.Engine;
import org.midline.network.engine.NumericalSelfTest;
import org.midline.network.engine.NumericalSelfTest.Finding;
import org.midline.network.generator.ConvolutionsInUse;
import org.midline.network.generator.GeneratorConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code midline info}. */
@Command(
        name = "info",
        description = {
            "Say what is running on what, and whether this processor's fast kernels compute what they should.",
            ""
        },
        footer = {
            "",
            "Every convolution of the networks is compared with double precision, results and gradients.",
            "Where one is wrong, Midline goes on by a slower path and says so. Exit code 5 if one is wrong.",
            "",
            "Example:",
            "  midline info",
            ""
        })
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Runtime runtime = Runtime.getRuntime();
        out.println("Midline         " + CodeVersion.current());
        out.println("Java            %s, heap up to %d MB".formatted(Runtime.version(), runtime.maxMemory() >> 20));
        out.println("System          %s %s, %d processors"
                .formatted(
                        System.getProperty("os.name"), System.getProperty("os.arch"), runtime.availableProcessors()));
        out.println("Tensor library  " + Engine.libraryVersion());
        out.println("Instructions    " + Engine.cpuCapability());
        out.println("Threads         " + Engine.threads());
        out.flush();
        Engine.prepare();
        List<Finding> findings = NumericalSelfTest.thorough(shapes());
        findings.forEach(finding -> out.println("  %-48s  result %.1e  gradient %.1e  %s"
                .formatted(
                        finding.shape(), finding.output(), finding.gradient(), finding.right() ? "right" : "WRONG")));
        long wrong = findings.stream().filter(finding -> !finding.right()).count();
        out.println(
                wrong == 0
                        ? "All %d convolutions agree with double precision".formatted(findings.size())
                        : "%d of %d convolutions are wrong on this processor".formatted(wrong, findings.size()));
        return wrong == 0 ? ExitCodes.DONE : ExitCodes.INTERNAL;
    }

    private static Set<ConvolutionShape> shapes() {
        Set<ConvolutionShape> shapes = new LinkedHashSet<>(ConvolutionsInUse.of(GeneratorConfiguration.segmenter()));
        shapes.addAll(ConvolutionsInUse.of(GeneratorConfiguration.localiser()));
        return shapes;
    }
}
