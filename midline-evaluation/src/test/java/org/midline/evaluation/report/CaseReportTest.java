package org.midline.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.picture.ObliqueHead;

class CaseReportTest {
    private static final String NASTY = "<script>alert(\"1\")</script> & 'O\u00e9'";
    private static final Vec3 SPOT = new Vec3(10, 5, -5);
    private static final Volume HEAD = ObliqueHead.withBrightSpot(SPOT);
    private static final Mask TRUTH = ObliqueHead.ball(ObliqueHead.GRID, SPOT, 8);
    private static final Mask PROPOSAL = ObliqueHead.ball(ObliqueHead.GRID, SPOT, 10);

    private static SequenceSection found() {
        return new SequenceSection(
                Sequence.T2,
                Optional.of(HEAD),
                new Result.Proposed(PROPOSAL),
                Optional.of(TRUTH),
                Optional.of(CaseEvaluation.of("P1", Sequence.T2, TRUTH, PROPOSAL)),
                List.of("EchoTime 100 ms: T2 " + NASTY),
                List.of());
    }

    private static SequenceSection without(Sequence sequence, Result result) {
        return new SequenceSection(
                sequence, Optional.of(HEAD), result, Optional.empty(), Optional.empty(), List.of(), List.of(NASTY));
    }

    private static CaseReport report(boolean synthetic) {
        return new CaseReport(
                "Delineation " + NASTY,
                NASTY,
                synthetic,
                Optional.empty(),
                List.of(
                        found(),
                        without(Sequence.FLAIR, new Result.NothingFound("no voxel above 0.5")),
                        without(Sequence.T1C, new Result.Refused("a plain T1 " + NASTY))),
                List.of(new FactGroup("Model " + NASTY, List.of(new FactGroup.Fact("name", NASTY)))));
    }

    private static final String SYNTHETIC_PAGE = report(true).html();

    @Test
    void everyTextIsEscaped() {
        String html = SYNTHETIC_PAGE;
        assertThat(html).doesNotContain("<script").doesNotContain("alert(\"1\")");
        assertThat(html).contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;O\u00e9&#39;");
    }

    @Test
    void refersToNothingOutside() {
        String html = SYNTHETIC_PAGE;
        assertThat(Pattern.compile("(src|href|url)\\s*[=(]")
                        .matcher(html)
                        .results()
                        .count())
                .isEqualTo(Pattern.compile("src=\"data:image/png;base64,")
                        .matcher(html)
                        .results()
                        .count())
                .isEqualTo(4);
        assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
    }

    @Test
    void saysWhatItIs() {
        String html = report(false).html();
        assertThat(html).contains("Research use only, not a medical device").doesNotContain("SYNTHETIC");
        assertThat(html)
                .contains("T2-FLAIR")
                .contains("no voxel above 0.5")
                .contains("Refused")
                .contains("a plain T1");
        assertThat(html).contains("<th scope=\"row\">HD95 (mm)</th>");
    }

    @Test
    void syntheticDataAreCalledSo() {
        String html = SYNTHETIC_PAGE;
        assertThat(html).contains("<title>SYNTHETIC: Delineation").contains("This patient does not exist");
        assertThat(html.split("<figcaption>", -1))
                .hasSize(5)
                .allSatisfy(
                        part -> assertThat(part).satisfies(p -> assertThat(p).contains("SYNTHETIC")));
    }

    @Test
    void wholeStudyRefused() {
        var refused = new CaseReport(
                "Study", "P1", false, Optional.of("No series is T1C, T2 or FLAIR"), List.of(), List.of());
        assertThat(refused.html())
                .contains("Nothing was delineated")
                .contains("No series is T1C, T2 or FLAIR")
                .doesNotContain("<table");
    }

    @Test
    void elementsAreClosed() throws Exception {
        String html = SYNTHETIC_PAGE;
        String xml = html.replaceAll("<(meta|img)([^>]*)>", "<$1$2/>").replace("<!DOCTYPE html>", "");
        var reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    @Test
    void sameContentSameBytes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        report(true).write(file);
        assertThat(Files.readString(file)).isEqualTo(SYNTHETIC_PAGE);
    }

    @Test
    void anEmptyProposalIsNoProposal() {
        assertThatThrownBy(() -> new Result.Proposed(Mask.empty(ObliqueHead.GRID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NothingFound");
    }

    @Property(tries = 200)
    void escapedTextHoldsNoMarkup(@ForAll String text) {
        assertThat(HtmlWriter.escaped(text)).doesNotContainPattern("[<>\"'\\x00-\\x08]");
    }
}
