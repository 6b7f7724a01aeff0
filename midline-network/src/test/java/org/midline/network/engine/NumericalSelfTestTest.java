package org.midline.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.midline.network.generator.ConvolutionsInUse;
import org.midline.network.generator.GeneratorConfiguration;

class NumericalSelfTestTest {

    @BeforeEach
    void oneThread() {
        torch.set_num_threads(1);
    }

    @AfterEach
    void fastAgain() {
        Engine.useFastKernels(true);
    }

    @Test
    void everyShapeInUseIsRightOnThisProcessor() {
        assertThat(NumericalSelfTest.thorough(shapesInUse())).allSatisfy(finding -> {
            assertThat(finding.right()).as(finding.toString()).isTrue();
            assertThat(finding.output()).isPositive();
            assertThat(finding.gradient()).isPositive();
        });
    }

    @Test
    void theSlowerPathIsRightToo() {
        Engine.useFastKernels(false);

        assertThat(NumericalSelfTest.thorough(List.of(
                        new ConvolutionShape(16, 8, 3, 1, 1),
                        new ConvolutionShape(16, 32, 3, 2, 1),
                        new ConvolutionShape(32, 16, 3, 1, 2))))
                .allMatch(NumericalSelfTest.Finding::right);
    }

    @Test
    void aKernelThatIsRightNeedsNoWarning() {
        Engine.trustOrFallBack(List.of(new ConvolutionShape(16, 16, 3, 1, 1)), warning -> {
            throw new AssertionError(warning);
        });
    }

    private static Set<ConvolutionShape> shapesInUse() {
        Set<ConvolutionShape> shapes = new LinkedHashSet<>();
        for (var configuration : List.of(GeneratorConfiguration.segmenter(), GeneratorConfiguration.localiser())) {
            shapes.addAll(ConvolutionsInUse.of(configuration));
        }
        return shapes;
    }
}
