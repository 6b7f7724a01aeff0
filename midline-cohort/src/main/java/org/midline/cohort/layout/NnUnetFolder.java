package org.midline.cohort.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/**
 * A raw dataset of nnU-Net, version 2 or 1 (its documentation/dataset_format.md): {@code dataset.json},
 * {@code imagesTr/CASE_0000.nii.gz} with a number for each channel, {@code labelsTr/CASE.nii.gz}. Cases of
 * {@code imagesTs} are the test split where {@code labelsTs} has their masks; the first fold of a
 * {@code splits_final.json}, if there is one, tells training and validation apart.
 */
final class NnUnetFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LABEL_NUMBER = Pattern.compile("\\d+");

    private final Path folder;
    private final CohortChoices choices;
    private final JsonNode description;
    private final String ending;
    private final List<String> notes = new ArrayList<>();

    private NnUnetFolder(Path folder, CohortChoices choices) {
        this.folder = folder;
        this.choices = choices;
        this.description = json(folder.resolve("dataset.json"));
        this.ending = description.path("file_ending").asText(".nii.gz");
    }

    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve("dataset.json")) && Files.isDirectory(folder.resolve("imagesTr"));
    }

    /** @throws InputRefusedException if no channel is a sequence, or the images are no NIfTI files */
    static FoundCohort read(Path folder, CohortChoices choices) {
        return new NnUnetFolder(folder, choices).cohort();
    }

    private FoundCohort cohort() {
        if (!ending.equals(".nii.gz") && !ending.equals(".nii")) {
            throw new InputRefusedException("%s: file_ending '%s', expected .nii.gz or .nii; convert the images first"
                    .formatted(folder.resolve("dataset.json"), ending));
        }
        Map<Integer, Sequence> channels = channels();
        Map<String, Split> folds = folds();
        var studies = new ArrayList<FoundStudy>();
        for (String part : List.of("Tr", "Ts")) {
            var withoutMask = new ArrayList<String>();
            cases(part, channels).forEach((name, images) -> {
                Path mask = folder.resolve("labels" + part).resolve(name + ending);
                if (!Files.isRegularFile(mask)) {
                    withoutMask.add(name);
                    return;
                }
                Map<Sequence, FoundStudy.Files> files = new EnumMap<>(Sequence.class);
                images.forEach((sequence, image) -> files.put(sequence, new FoundStudy.Files(image, mask)));
                Optional<Split> given =
                        part.equals("Ts") ? Optional.of(Split.TEST) : Optional.ofNullable(folds.get(name));
                studies.add(new FoundStudy(name, PersonName.ofId(name), files, given));
            });
            FoundCohort.leftOut(withoutMask, "cases of images%s without labels are left out".formatted(part))
                    .ifPresent(notes::add);
        }
        boolean synthetic = description.path("description").asText("").startsWith("SYNTHETIC");
        return new FoundCohort(folder, CohortLayout.NNUNET, studies, labels(), synthetic, notes);
    }

    private Map<Integer, Sequence> channels() {
        JsonNode named =
                description.has("channel_names") ? description.path("channel_names") : description.path("modality");
        Map<Integer, Sequence> channels = new TreeMap<>(choices.channels());
        var unknown = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> channel : named.properties()) {
            int number = number(channel.getKey());
            if (!channels.containsKey(number)) {
                SequenceNames.ofChannel(channel.getValue().asText())
                        .ifPresentOrElse(
                                sequence -> channels.put(number, sequence),
                                () -> unknown.add("%d '%s'"
                                        .formatted(number, channel.getValue().asText())));
            }
        }
        if (channels.isEmpty()) {
            throw new InputRefusedException(
                    "%s: no channel is named T1C, T2 or FLAIR (%s); say which is which, for example --channel 0=t2"
                            .formatted(folder.resolve("dataset.json"), String.join(", ", unknown)));
        }
        if (Set.copyOf(channels.values()).size() < channels.size()) {
            throw new InputRefusedException("%s: two channels of one sequence (%s); say which to take with --channel"
                    .formatted(folder.resolve("dataset.json"), channels));
        }
        if (!unknown.isEmpty()) {
            notes.add("Channels that are not used: " + String.join(", ", unknown));
        }
        return channels;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InputRefusedException(
                    "%s: channel '%s', expected a number".formatted(folder.resolve("dataset.json"), text), e);
        }
    }

    /** Version 2 has names to numbers or to lists of them, version 1 numbers to names. */
    private Set<Integer> labels() {
        var labels = new TreeSet<Integer>();
        for (Map.Entry<String, JsonNode> label : description.path("labels").properties()) {
            if (label.getValue().isInt()) {
                labels.add(label.getValue().asInt());
            } else if (label.getValue().isArray()) {
                label.getValue().forEach(one -> labels.add(one.asInt()));
            } else if (LABEL_NUMBER.matcher(label.getKey()).matches()) {
                labels.add(Integer.parseInt(label.getKey()));
            }
        }
        labels.remove(0);
        return labels;
    }

    private Map<String, Map<Sequence, Path>> cases(String part, Map<Integer, Sequence> channels) {
        Path images = folder.resolve("images" + part);
        var cases = new TreeMap<String, Map<Sequence, Path>>();
        if (!Files.isDirectory(images)) {
            return cases;
        }
        Pattern name = Pattern.compile("(.+)_(\\d{4})" + Pattern.quote(ending));
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches() && !matcher.group(1).startsWith(".")) {
                    Sequence sequence = channels.get(Integer.parseInt(matcher.group(2)));
                    if (sequence != null) {
                        cases.computeIfAbsent(matcher.group(1), any -> new EnumMap<>(Sequence.class))
                                .put(sequence, file);
                    }
                }
            }
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(images, e.getMessage()), e);
        }
        return cases;
    }

    private Map<String, Split> folds() {
        Path file = folder.resolve("splits_final.json");
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        JsonNode first = json(file).path(0);
        Map<String, Split> splits = new HashMap<>();
        first.path("train").forEach(name -> splits.put(name.asText(), Split.TRAIN));
        first.path("val").forEach(name -> splits.put(name.asText(), Split.VALIDATION));
        notes.add("Splits are those of fold 0 in splits_final.json");
        return splits;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new InputRefusedException(
                    "%s: not JSON (%s)".formatted(file, e.getOriginalMessage().replaceAll("\\R", " ")), e);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
