package org.midline.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;
import org.midline.evaluation.picture.ObliqueHead;

class CohortReportTest {
    private static final String NASTY = "<script>alert(\"1\")</script> & 'O\u00e9'";
    private static final Vec3 SPOT = new Vec3(10, 5, -5);
    private static final Volume HEAD = ObliqueHead.withBrightSpot(SPOT);
    private static final Mask TRUTH = ObliqueHead.ball(ObliqueHead.GRID, SPOT, 8);
    private static final Mask PROPOSAL = ObliqueHead.ball(ObliqueHead.GRID, SPOT, 10);
    private static final Mask NOTHING = Mask.empty(ObliqueHead.GRID);
    private static final List<FactGroup> FACTS =
            List.of(new FactGroup("Run", List.of(new FactGroup.Fact("Date", "2026-01-02 " + NASTY))));

    private static final EvaluationTable TABLE = new EvaluationTable(
            "t",
            List.of(
                    CaseEvaluation.of(NASTY, Sequence.T2, TRUTH, PROPOSAL),
                    CaseEvaluation.of("P2", Sequence.T2, TRUTH, TRUTH),
                    CaseEvaluation.of("P3", Sequence.T2, TRUTH, NOTHING),
                    CaseEvaluation.refused("P4", Sequence.T2, "no head " + NASTY),
                    CaseEvaluation.of("P2", Sequence.FLAIR, TRUTH, PROPOSAL)),
            77);

    private static CohortReport report(EvaluationTable table, boolean synthetic) {
        List<ExemplarPicture> pictures = Exemplar.of(table).stream()
                .map(exemplar -> ExemplarPicture.draw(exemplar, HEAD, TRUTH, PROPOSAL, synthetic))
                .toList();
        return new CohortReport("Evaluation of " + NASTY, synthetic, table, List.of(), pictures, FACTS);
    }

    private static final EvaluationTable ONE_PATIENT =
            new EvaluationTable("t", List.of(CaseEvaluation.of("P1", Sequence.T1C, TRUTH, PROPOSAL)));

    private static final String PAGE = report(TABLE, true).html();

    @Test
    void inThisOrder() {
        List<String> headings = Pattern.compile("<h2>(.*?)</h2>")
                .matcher(PAGE)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(headings)
                .containsExactly(
                        "Proposal against truth",
                        "DSC and volumes",
                        "T2: the worst patients and the median",
                        "T2-FLAIR: the worst patients and the median",
                        "Every patient",
                        "Measures",
                        "Provenance");
        assertThat(PAGE)
                .contains("Research use only. Not a medical device.", "<title>SYNTHETIC: Evaluation of")
                .contains("4 patients, 5 images of T2, T2-FLAIR", "These patients do not exist", "<dd>77</dd>");
    }

    @Test
    void whatIsNotSyntheticIsNotCalledSo() {
        assertThat(report(ONE_PATIENT, false).html())
                .doesNotContain("SYNTHETIC")
                .doesNotContain("do not exist");
    }

    @Test
    void everyTextIsEscaped() {
        assertThat(PAGE)
                .doesNotContain("alert(\"1\")")
                .containsOnlyOnce("<script>")
                .contains("no head &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;O\u00e9&#39;");
    }

    @Test
    void refersToNothingOutside() {
        Matcher references =
                Pattern.compile("(src|href|url)\\s*[=(]\\s*.{0,26}").matcher(PAGE);
        assertThat(references.results().map(found -> found.group()).toList())
                .hasSizeGreaterThan(4)
                .allMatch(reference -> reference.startsWith("src=\"data:image/"));
        assertThat(PAGE).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
    }

    @Test
    void onlyItsOwnScriptMayRun() throws Exception {
        Matcher script =
                Pattern.compile("<script>(.*)</script>", Pattern.DOTALL).matcher(PAGE);
        assertThat(script.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(PAGE)
                .contains("script-src &#39;sha256-" + Base64.getEncoder().encodeToString(hash) + "&#39;")
                .contains("<table class=\"sortable\">");
    }

    @Test
    void theTableOfTheSequences() {
        assertThat(row(PAGE, "T2"))
                .startsWith("4")
                .contains(
                        Metric.DSC.format(TABLE.cases().get(0).measure(Metric.DSC)),
                        "1 (DSC, NSD at 2 mm, Sensitivity); 2 (HD95, ASSD, Precision)");
        assertThat(row(PAGE, "T2-FLAIR")).startsWith("1").contains("\u2013").endsWith("0");
    }

    private static List<String> row(String page, String name) {
        String row = page.substring(page.indexOf("<th scope=\"row\">" + name + "</th>"));
        return Pattern.compile("<td[^>]*>(.*?)</td>")
                .matcher(row.substring(0, row.indexOf("</tr>")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void everyPatientHasARowWithNumbersToSortBy() {
        String rows = PAGE.substring(PAGE.indexOf("class=\"sortable\""));
        assertThat(rows.split("<th scope=\"row\">", -1)).hasSize(6);
        assertThat(rows).contains("data-value=\"1.000000\">1.000</td>").contains(">the proposal is empty</td>");
    }

    @Test
    void aPatientWithoutADscIsNamedWithTheReason() {
        assertThat(PAGE).contains("<h3>Without a DSC</h3>").contains("<li>P4: no head ");
    }

    @Test
    void onePatientOnly() {
        assertThat(report(ONE_PATIENT, false).html())
                .contains("1 patient, 1 image of T1C")
                .contains("Lowest DSC, median DSC: P1.")
                .contains("One patient has no bias");
    }

    @Test
    void everyMeasureUndefined() {
        var refused = new EvaluationTable("t", List.of(CaseEvaluation.refused("P1", Sequence.T1C, "no head")));
        String html = report(refused, false).html();
        assertThat(row(html, "T1C")).startsWith("1", "\u2013").endsWith("1 (all)");
        assertThat(html).contains("no patient has the measures for this plot").doesNotContain("NaN");
    }

    @Test
    void noCaseAtAll() {
        assertThat(report(new EvaluationTable("t", List.of()), false).html()).contains("0 patients, 0 images<");
    }

    @Test
    void theWorstFiveAndTheMedian() {
        List<CaseEvaluation> cases = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            cases.add(new CaseEvaluation("P" + n, Sequence.T2, Map.of(Metric.DSC, Measure.of(7 * n % 20 / 20.0))));
        }
        cases.add(CaseEvaluation.refused("R", Sequence.T2, "no head"));
        assertThat(Exemplar.of(new EvaluationTable("t", cases)))
                .extracting(one -> one.evaluation().patientId() + " " + one.role())
                .containsExactly(
                        "P0 Lowest DSC",
                        "P3 2nd lowest DSC",
                        "P6 3rd lowest DSC",
                        "P9 4th lowest DSC",
                        "P12 5th lowest DSC",
                        "P7 Median DSC");
    }

    @Test
    void elementsAreClosed() throws Exception {
        String xml = PAGE.replaceAll("(?s)<script>.*</script>", "")
                .replaceAll("<(meta|img)([^>]*)>", "<$1$2/>")
                .replace("<!DOCTYPE html>", "");
        var reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    @Test
    void sameContentSameBytes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("evaluation.html");
        report(ONE_PATIENT, true).write(file);
        assertThat(Files.readString(file)).isEqualTo(report(ONE_PATIENT, true).html());
    }
}
