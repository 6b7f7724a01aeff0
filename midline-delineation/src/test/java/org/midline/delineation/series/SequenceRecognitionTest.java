package org.midline.delineation.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midline.core.Sequence;
import org.midline.delineation.series.Recognition.Confidence;
import org.midline.delineation.series.Recognition.NotOurs;
import org.midline.delineation.series.Recognition.Recognised;
import org.midline.dicom.MrAttributes;

/** Headers as scanners of several makers write them; the timings are those of their product protocols. */
class SequenceRecognitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    t2_tse_tra_p2            | SE       | SK\\SP\\OSP | 5000  | 96   |      |           | T2    | FIRM
                    T2W_TSE                  | SE       | SK          | 3000  | 80   |      |           | T2    | FIRM
                    AX T2 FRFSE              | SE       | SK          | 4200  | 102  |      | GADAVIST  | T2    | FIRM
                    t2_spc_sag_p2_iso        | SE       | SK\\SP      | 3200  | 408  |      |           | T2    | FIRM
                    Axial                    | SE       | SK          | 5000  | 96   |      |           | T2    | LIKELY
                    AX T2 FLAIR              | SE\\IR   | SK          | 9000  | 120  | 2500 |           | FLAIR | FIRM
                    t2_tirm_tra_dark-fluid   | SE\\IR   | SK\\SP      | 9000  | 81   | 2500 |           | FLAIR | FIRM
                    t2_spc_da-fl_sag_p2_iso  | SE\\IR   | SK\\SP\\MP  | 5000  | 387  | 1800 |           | FLAIR | FIRM
                    FLAIR_longTR             | IR       | SK          | 11000 | 125  | 2800 | Dotarem   | FLAIR | FIRM
                    Cerveau axial            | SE\\IR   | SK          | 9000  | 120  | 2500 |           | FLAIR | LIKELY
                    FLAIR                    | RM       | NONE        | 10002 | 159  |      | NONE      | FLAIR | LIKELY
                    T1 MPRAGE SAG +C         | GR\\IR   | SK\\SP\\MP  | 2000  | 2.5  | 900  | Gadovist  | T1C   | FIRM
                    SAG 3D BRAVO POST        | GR       | SS\\SK      | 8.2   | 3.2  | 450  | 8 ML GAD  | T1C   | FIRM
                    t1_se_tra nach KM        | SE       | OSP         | 550   | 12   |      | Dotarem   | T1C   | FIRM
                    T1W_3D_TFE GD            | GR       | MP          | 8.1   | 3.7  |      | Gadolin   | T1C   | FIRM
                    Sag                      | GR\\IR   | SP\\MP      | 2000  | 2.5  | 900  | Gadovist  | T1C   | LIKELY
                    t1_space con contraste   | SE       | SK          | 700   | 11   |      |           | T1C   | LIKELY
                    T1 +C                    | SE       | NONE        | 500   | 9    |      |           | T1C   | LIKELY
                    T1 TSE apres inj         | SE       | SK          | 600   | 10   |      |           | T1C   | LIKELY
                    Ax T1 FLAIR post         | SE\\IR   | SK          | 2500  | 24   | 860  | MULTIHANCE| T1C   | FIRM
                    T2 axial                 | SE\\IR   | SK          | 9000  | 120  | 2500 |           | FLAIR | DOUBTFUL
                    T1 PRE                   | SE       | SK          | 550   | 12   |      | Dotarem   | T1C   | DOUBTFUL
                    FLAIR                    | SE       | SK          | 3000  | 100  |      |           | T2    | DOUBTFUL
                    """)
    void recognised(
            String description,
            String scanning,
            String variant,
            Double tr,
            Double te,
            Double ti,
            String agent,
            Sequence sequence,
            Confidence confidence) {
        Recognition found = SequenceRecognition.recognise(
                header(description, scanning, variant, tr, te, ti, agent == null ? "" : agent));

        assertThat(found).isInstanceOfSatisfying(Recognised.class, it -> {
            assertThat(it.sequence()).as("%s", it).isEqualTo(sequence);
            assertThat(it.confidence()).as("%s", it).isEqualTo(confidence);
            assertThat(it.reasons()).isNotEmpty();
            if (confidence == Confidence.DOUBTFUL) {
                assertThat(it.reasons()).anySatisfy(reason -> assertThat(reason).contains("contradiction"));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SAG MPRAGE 220 FOV       | GR\\IR   | SK\\SP\\MP  | 2000  | 2.52 | 900  |           | plain T1
                    AX T1 SE                 | SE       | SK          | 550   | 12   |      | NONE      | plain T1
                    t1_se_tra nativ          | SE       | SK          | 550   | 12   |      |           | plain T1
                    T1 without contrast      | SE       | SK          | 550   | 12   |      |           | plain T1
                    T1 post fossa            | SE       | SK          | 550   | 12   |      |           | plain T1
                    FSE PD AXIAL OBL         | SE       | SK          | 2300  | 22   |      |           | proton density
                    STIR COR                 | SE\\IR   | SK          | 5000  | 70   | 160  |           | STIR
                    ep2d_diff_3scan_trace    | EP       | SK\\SP      | 5600  | 90   |      |           | diffusion
                    Apparent Diffusion Coef  | EP       | SK          | 5600  | 90   |      |           | ADC
                    eADC                     | SE       | SK          | 5600  | 90   |      |           | ADC
                    axial                    | EP\\SE   | SK          | 5600  | 90   |      |           | echo-planar
                    SWI_Images               | GR       | SP          | 28    | 20   |      |           | susceptibility
                    t2_fl2d_tra_hemo         | GR       | SP          | 620   | 20   |      |           | susceptibility
                    T2* GRE                  | GR       | SP          | 620   | 20   |      |           | susceptibility
                    AX GRE                   | GR       | SP          | 620   | 20   |      |           | T2*
                    TOF_3D_multi-slab        | GR       | SP          | 22    | 3.7  |      |           | angiography
                    localizer                | GR       | SP          | 8.6   | 4    |      |           | localizer
                    3-plane loc              | GR       | SP          | 8.6   | 4    |      |           | localizer
                    T1 MT                    | SE       | SK          | 600   | 12   |      | Gadovist  | magnetisation transfer
                    axial                    | SE       | MTC         | 600   | 12   |      | Gadovist  | magnetisation transfer
                    csi_slaser               | SE       | SK          | 1700  | 135  |      |           | spectroscopy
                    ASL perfusion            | GR       | SK          | 4800  | 10   |      |           | perfusion
                    t2_ciss3d                | GR       | SS          | 6     | 2.7  |      |           | cisternography
                    series one               | SE       | SK          |       |      |      |           | neither timing nor description
                    """)
    void notOurs(
            String description,
            String scanning,
            String variant,
            Double tr,
            Double te,
            Double ti,
            String agent,
            String reason) {
        Recognition found = SequenceRecognition.recognise(
                header(description, scanning, variant, tr, te, ti, agent == null ? "" : agent));

        assertThat(found).isInstanceOf(NotOurs.class);
        assertThat(found.reasons().get(0)).contains(reason);
    }

    /** Headers stripped of their timing, as some archives do. */
    @ParameterizedTest
    @CsvSource({
        "T2_TSE, T2",
        "ax t2 propeller, T2",
        "TIRM dark fluid, FLAIR",
        "3D_Brain_VIEW_FLAIR, FLAIR",
        "T1 +C, T1C",
        "mprage GD, T1C",
        "t1_mpr_post, T1C",
        "T1C, T1C",
        "T1W CE, T1C",
        "T1 mit KM, T1C",
        "T1 post mdc, T1C",
        "T1 с контрастом, T1C",
        "T1 造影, T1C"
    })
    void byDescriptionAlone(String description, Sequence sequence) {
        Recognition found = SequenceRecognition.recognise(header(description, "", "", null, null, null, ""));

        assertThat(found).isInstanceOfSatisfying(Recognised.class, it -> {
            assertThat(it.sequence()).as("%s", it).isEqualTo(sequence);
            assertThat(it.confidence()).isEqualTo(Confidence.LIKELY);
        });
    }

    @Test
    void theProtocolAndTheSequenceNameSpeakWhereTheSeriesDescriptionIsEmpty() {
        MrAttributes protocol = new Header().protocolName("t2_tse_tra").read();
        MrAttributes sequenceName = new Header().sequenceName("*tir2d1_16").read();

        assertThat(SequenceRecognition.recognise(protocol))
                .isInstanceOfSatisfying(
                        Recognised.class, it -> assertThat(it.sequence()).isEqualTo(Sequence.T2));
        assertThat(SequenceRecognition.recognise(sequenceName))
                .isInstanceOfSatisfying(
                        Recognised.class, it -> assertThat(it.sequence()).isEqualTo(Sequence.FLAIR));
    }

    @Test
    void reasonsNameTheAttributesInPlainNumbers() {
        Recognition found = SequenceRecognition.recognise(header("FLAIR", "SE\\IR", "SK", 10002.0, 81.55, 2500.0, ""));

        assertThat(found.reasons())
                .containsExactly("SE\\IR, TR 10002 ms, TE 81.6 ms, TI 2500 ms", "description says 'flair'");
    }

    @Test
    void enhancedMrSaysItsContrastOutright() {
        MrAttributes flair =
                new Header().acquisitionContrast("FLUID_ATTENUATED").read();
        MrAttributes diffusion = new Header().acquisitionContrast("DIFFUSION").read();

        assertThat(SequenceRecognition.recognise(flair))
                .isInstanceOfSatisfying(
                        Recognised.class, it -> assertThat(it.sequence()).isEqualTo(Sequence.FLAIR));
        assertThat(SequenceRecognition.recognise(diffusion)).isInstanceOf(NotOurs.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DERIVED\\SECONDARY\\MPR    | derived
                    ORIGINAL\\PRIMARY\\P\\ND    | phase
                    DERIVED\\PRIMARY\\ADC      | ADC
                    ORIGINAL\\PRIMARY\\LOCALIZER | localizer
                    """)
    void imageTypesThatAreNoAnatomy(String imageType, String reason) {
        MrAttributes attributes = new Header()
                .seriesDescription("t2_tse_tra")
                .scanningSequence(List.of("SE"))
                .imageType(List.of(imageType.split("\\\\")))
                .repetitionTimeMs(5000)
                .echoTimeMs(96)
                .read();

        Recognition found = SequenceRecognition.recognise(attributes);

        assertThat(found).isInstanceOf(NotOurs.class);
        assertThat(found.reasons().get(0)).contains(reason);
    }

    @Test
    void otherModalitiesOrgansAndDiffusionWeightingAreNotOurs() {
        assertThat(SequenceRecognition.recognise(t2().modality("CT").read())).isInstanceOf(NotOurs.class);
        assertThat(SequenceRecognition.recognise(t2().bodyPartExamined("LSPINE").read()))
                .isInstanceOf(NotOurs.class);
        assertThat(SequenceRecognition.recognise(t2().diffusionBValue(1000).read()))
                .isInstanceOf(NotOurs.class);
        assertThat(SequenceRecognition.recognise(t2().bodyPartExamined("HEAD").read()))
                .isInstanceOf(Recognised.class);
    }

    private static Header t2() {
        return new Header()
                .seriesDescription("t2_tse_tra")
                .scanningSequence(List.of("SE"))
                .repetitionTimeMs(5000)
                .echoTimeMs(96);
    }

    private static MrAttributes header(
            String description, String scanning, String variant, Double tr, Double te, Double ti, String agent) {
        var header = new Header()
                .seriesDescription(description)
                .scanningSequence(values(scanning))
                .sequenceVariant(values(variant))
                .contrastBolusAgent(agent);
        if (tr != null) {
            header.repetitionTimeMs(tr);
        }
        if (te != null) {
            header.echoTimeMs(te);
        }
        if (ti != null) {
            header.inversionTimeMs(ti);
        }
        return header.read();
    }

    private static List<String> values(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\\\"));
    }

    /** The attributes of a head MR, to be changed one by one. */
    private static final class Header {
        private String modality = "MR";
        private String seriesDescription = "";
        private String protocolName = "";
        private String sequenceName = "";
        private List<String> imageType = List.of("ORIGINAL", "PRIMARY", "M", "ND");
        private List<String> scanningSequence = List.of();
        private List<String> sequenceVariant = List.of();
        private OptionalDouble repetitionTimeMs = OptionalDouble.empty();
        private OptionalDouble echoTimeMs = OptionalDouble.empty();
        private OptionalDouble inversionTimeMs = OptionalDouble.empty();
        private OptionalDouble diffusionBValue = OptionalDouble.empty();
        private String acquisitionContrast = "";
        private String contrastBolusAgent = "";
        private String bodyPartExamined = "";

        Header modality(String value) {
            modality = value;
            return this;
        }

        Header seriesDescription(String value) {
            seriesDescription = value;
            return this;
        }

        Header protocolName(String value) {
            protocolName = value;
            return this;
        }

        Header sequenceName(String value) {
            sequenceName = value;
            return this;
        }

        Header imageType(List<String> value) {
            imageType = value;
            return this;
        }

        Header scanningSequence(List<String> value) {
            scanningSequence = value;
            return this;
        }

        Header sequenceVariant(List<String> value) {
            sequenceVariant = value;
            return this;
        }

        Header repetitionTimeMs(double value) {
            repetitionTimeMs = OptionalDouble.of(value);
            return this;
        }

        Header echoTimeMs(double value) {
            echoTimeMs = OptionalDouble.of(value);
            return this;
        }

        Header inversionTimeMs(double value) {
            inversionTimeMs = OptionalDouble.of(value);
            return this;
        }

        Header diffusionBValue(double value) {
            diffusionBValue = OptionalDouble.of(value);
            return this;
        }

        Header acquisitionContrast(String value) {
            acquisitionContrast = value;
            return this;
        }

        Header contrastBolusAgent(String value) {
            contrastBolusAgent = value;
            return this;
        }

        Header bodyPartExamined(String value) {
            bodyPartExamined = value;
            return this;
        }

        MrAttributes read() {
            return new MrAttributes(
                    modality,
                    OptionalInt.of(3),
                    seriesDescription,
                    protocolName,
                    sequenceName,
                    imageType,
                    scanningSequence,
                    sequenceVariant,
                    List.of(),
                    "2D",
                    repetitionTimeMs,
                    echoTimeMs,
                    inversionTimeMs,
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    diffusionBValue,
                    false,
                    acquisitionContrast,
                    OptionalDouble.of(3),
                    contrastBolusAgent,
                    bodyPartExamined,
                    "");
        }
    }
}
