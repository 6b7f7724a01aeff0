package org.midline.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.midline.network.image.WorkingGrid;

class MixedPatchesTest {

    @Test
    void aPositionAlwaysComesFromTheSameSource() {
        var one = new MixedPatches(new Named("usual"), new Named("other"), 0.3, 4);
        var again = new MixedPatches(new Named("usual"), new Named("other"), 0.3, 4);
        int others = 0;
        for (int n = 999; n >= 0; n--) {
            String id = one.at(n).caseId();
            assertThat(again.at(n).caseId()).isEqualTo(id);
            assertThat(id).endsWith(" " + n);
            others += id.startsWith("other") ? 1 : 0;
        }
        assertThat(others).isBetween(240, 360);
        assertThat(one.description()).isEqualTo("usual, and in a share of 0.3 other");
    }

    @Test
    void sharesOfNothingAndAll() {
        var none = new MixedPatches(new Named("usual"), new Named("other"), 0, 4);
        var all = new MixedPatches(new Named("usual"), new Named("other"), 1, 4);
        for (int n = 0; n < 50; n++) {
            assertThat(none.at(n).caseId()).startsWith("usual");
            assertThat(all.at(n).caseId()).startsWith("other");
        }
        assertThatThrownBy(() -> new MixedPatches(new Named("usual"), new Named("other"), 1.1, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Named(String description) implements PatchSource {
        @Override
        public WorkingGrid workingGrid() {
            return new WorkingGrid(2, 1, 1, 1);
        }

        @Override
        public Patch at(long position) {
            return new Patch(description + " " + position, new float[1], new float[1]);
        }
    }
}
