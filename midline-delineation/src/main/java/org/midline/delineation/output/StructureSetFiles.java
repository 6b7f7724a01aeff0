package org.midline.delineation.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.delineation.CodeVersion;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.ModelIdentity;
import org.midline.delineation.StudyDelineation;
import org.midline.delineation.input.ImageSource;
import org.midline.dicom.MrSeries;
import org.midline.dicom.write.Color;
import org.midline.dicom.write.InterpretedType;
import org.midline.dicom.write.RtStructureSetWriter;
import org.midline.dicom.write.Structure;
import org.midline.dicom.write.StructureSetInfo;

/**
 * The GTVs of a study as RT Structure Sets: {@code rtstruct.dcm} on the reference series, with the GTV of every sequence
 * in the same frame of reference. A sequence in a frame of its own gets a structure set of its own,
 * {@code rtstruct_KEY.dcm}: contours are never carried into a frame they are not known in.
 */
final class StructureSetFiles {
    private static final Map<Sequence, Color> COLORS = Map.of(
            Sequence.T2, new Color(230, 60, 60),
            Sequence.FLAIR, new Color(70, 140, 255),
            Sequence.T1C, new Color(255, 190, 40));

    private final StudyDelineation delineation;
    private final LocalDateTime now;

    StructureSetFiles(StudyDelineation delineation, LocalDateTime now) {
        this.delineation = delineation;
        this.now = now;
    }

    /** @return the files written with what is in them; none if nothing was found or the images are not DICOM */
    Map<String, String> write(Path folder) throws IOException {
        Map<Sequence, MrSeries> open = new LinkedHashMap<>();
        delineation.reference().ifPresent(reference -> putSeries(open, reference));
        delineation.found().keySet().forEach(sequence -> putSeries(open, sequence));
        Map<String, String> files = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            var reference = open.entrySet().iterator().next();
            String name = files.isEmpty()
                    ? "rtstruct.dcm"
                    : "rtstruct_%s.dcm".formatted(reference.getKey().key());
            files.put(name, write(folder.resolve(name), reference.getKey(), reference.getValue(), open));
        }
        return files;
    }

    private void putSeries(Map<Sequence, MrSeries> open, Sequence sequence) {
        if (delineation.study().images().get(sequence).source() instanceof ImageSource.Dicom dicom) {
            open.putIfAbsent(sequence, dicom.series());
        }
    }

    private String write(Path file, Sequence referenceSequence, MrSeries reference, Map<Sequence, MrSeries> open)
            throws IOException {
        List<Sequence> members = open.entrySet().stream()
                .filter(entry -> entry.getValue().frameOfReferenceUid().equals(reference.frameOfReferenceUid()))
                .map(Map.Entry::getKey)
                .toList();
        open.keySet().removeAll(members);
        List<Structure> structures = new ArrayList<>();
        for (Sequence sequence : members) {
            Found found = delineation.found().get(sequence);
            Mask mask = sequence == referenceSequence
                    ? found.gtv()
                    : found.gtvOn(reference.volume().grid());
            if (!mask.isEmpty()) {
                structures.add(structure(sequence, mask));
            }
        }
        RtStructureSetWriter.write(file, reference, structures, info(members));
        return "%s on the slices of %s"
                .formatted(
                        structures.stream().map(Structure::name).collect(Collectors.joining(", ")),
                        referenceSequence.title());
    }

    private Structure structure(Sequence sequence, Mask mask) {
        ModelIdentity model = delineation.models().get(sequence);
        return new Structure(
                "GTV_" + sequence.name(),
                InterpretedType.GTV,
                COLORS.get(sequence),
                mask,
                String.format(
                        Locale.ROOT,
                        "Gross tumour volume on %s, %.2f ml; model %s %s",
                        sequence.title(),
                        mask.volumeMl(),
                        model.name(),
                        model.version()));
    }

    private StructureSetInfo info(List<Sequence> members) {
        List<ModelIdentity> models =
                members.stream().map(delineation.models()::get).toList();
        ModelIdentity first = models.get(0);
        String all = models.stream()
                .map(model -> "%s %s (%s)".formatted(model.name(), model.version(), shortened(model.sha256(), 12)))
                .collect(Collectors.joining(", "));
        return new StructureSetInfo(
                "Midline GTV",
                "Midline automatic delineation",
                shortened("Models: " + all, 512),
                shortened(CodeVersion.current().toString(), 64),
                shortened(first.name(), 40),
                shortened(first.sha256(), 64),
                now);
    }

    private static String shortened(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
