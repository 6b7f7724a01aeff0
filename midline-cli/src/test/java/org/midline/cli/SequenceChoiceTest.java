package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.delineation.input.DicomInput;
import org.midline.delineation.input.StudyImages;

/** Which series of a study is delineated on. */
class SequenceChoiceTest {
    @TempDir
    private Path study;

    @BeforeEach
    void writeStudy() throws IOException {
        SmallStudy.writeT2(study.resolve("a"), "SYN-A");
        SmallStudy.writePlainT1(study.resolve("b"), "SYN-A");
        SmallStudy.writeFineT2(study.resolve("c"), "SYN-A");
    }

    @Test
    void ofTwoAlikeTheOneWithTheSmallerVoxels() {
        StudyImages images = DicomInput.read(List.of(study));
        assertThat(images.images()).containsOnlyKeys(Sequence.T2);
        assertThat(images.images().get(Sequence.T2).volume().grid().sizeK()).isEqualTo(24);
        assertThat(images.setAside()).hasSize(2);
        assertThat(images.setAside())
                .anySatisfy(each -> assertThat(each.toString()).contains("t2_tse", "also T2", "t2_fine"))
                .anySatisfy(each -> assertThat(each.toString()).contains("t1_se", "plain T1"));
    }

    @Test
    void theOnlySeriesWhateverItIsIfTheUserSaysSoWithACaution() {
        StudyImages images = DicomInput.readAs(Sequence.T1C, List.of(study.resolve("b")));
        assertThat(images.images().get(Sequence.T1C).cautions())
                .singleElement()
                .asString()
                .contains("Named T1C by the user", "plain T1");
    }

    @Test
    void theRecognisedOneIfTheUserAsksForASequence() {
        StudyImages images = DicomInput.readAs(Sequence.T2, List.of(study));
        assertThat(images.images().get(Sequence.T2).volume().grid().sizeK()).isEqualTo(24);
        assertThat(images.images().get(Sequence.T2).cautions()).isEmpty();
    }

    @Test
    void noneIfItIsNotClearWhich() {
        assertThatThrownBy(() -> DicomInput.readAs(Sequence.FLAIR, List.of(study)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("none of 3 series is recognised as T2-FLAIR");
    }
}
