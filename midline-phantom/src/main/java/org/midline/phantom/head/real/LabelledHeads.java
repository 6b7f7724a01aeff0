package org.midline.phantom.head.real;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadSource;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.noise.Draw;

/**
 * Heads of real people: a folder of label maps, NIfTI, in FreeSurfer's labels, in any orientation and field of view,
 * with or without the tissues outside the brain. A map is read when it is first needed and kept, some 10 MB each, while
 * memory allows.
 */
public final class LabelledHeads implements HeadSource {
    /** Fluid around a brain that wide ventricles press against the skull, as a share of the brain. */
    private static final double NARROW_SULCI = 0.1;

    private static final String SUFFIX = "\\.nii(\\.gz)?$";

    private final List<Entry> entries;

    private LabelledHeads(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * All .nii and .nii.gz files of a folder, by name; what they hold is looked at later.
     *
     * @throws InputRefusedException if there is no such folder or no such file in it
     */
    public static LabelledHeads open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputRefusedException(folder + ": no such folder, expected one of label maps (.nii or .nii.gz)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Entry> entries = files.filter(file -> name(file).matches(".+" + SUFFIX) && Files.isRegularFile(file))
                    .sorted()
                    .map(Entry::new)
                    .toList();
            if (entries.isEmpty()) {
                throw new InputRefusedException(
                        folder + ": holds no .nii or .nii.gz file, expected label maps in FreeSurfer's labels");
            }
            return new LabelledHeads(entries);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** File names without .nii or .nii.gz, sorted. */
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /** Tells these maps from all others: name and SHA-256 of each file, a line each. */
    public String identity() {
        return entries.stream().map(Entry::identity).collect(Collectors.joining("\n"));
    }

    /**
     * The same maps, but only these, in this order: for a split by head.
     *
     * @throws InputRefusedException if there are none, or one is not among {@link #names()}
     */
    public LabelledHeads only(List<String> wanted) {
        var chosen = new ArrayList<Entry>();
        for (String name : wanted) {
            chosen.add(entries.stream()
                    .filter(entry -> entry.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new InputRefusedException("No head %s, expected some of %s".formatted(name, names()))));
        }
        if (chosen.isEmpty()) {
            throw new InputRefusedException("No head chosen, expected some of " + names());
        }
        return new LabelledHeads(chosen);
    }

    /**
     * A patient made from one of the maps, each as likely as the next.
     *
     * @throws InputRefusedException if the map's file is none
     */
    @Override
    public Head draw(HeadVariant variant, Draw draw) {
        Anatomy anatomy = entries.get((int) draw.uniform(0, entries.size())).anatomy();
        LabelledHeadTraits traits = LabelledHeadTraits.draw(draw);
        double fluidShare = variant == HeadVariant.HYDROCEPHALUS ? NARROW_SULCI : traits.fluidShare();
        PointMap change = switch (variant) {
            case USUAL -> PointMap.IDENTITY;
            case HYDROCEPHALUS -> WideVentricles.draw(anatomy, draw);
            case CHIARI -> LowTonsils.draw(anatomy, draw);
        };
        return new LabelledHead(anatomy, traits, change, anatomy.stepsForFluidShare(fluidShare));
    }

    /** A file, and what was made of it as long as there is memory for it. */
    private static final class Entry {
        private final Path file;
        private SoftReference<Anatomy> kept = new SoftReference<>(null);

        Entry(Path file) {
            this.file = file;
        }

        String name() {
            return LabelledHeads.name(file).replaceFirst(SUFFIX, "");
        }

        String identity() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                return name() + " " + HexFormat.of().formatHex(hash);
            } catch (IOException e) {
                throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        synchronized Anatomy anatomy() {
            Anatomy anatomy = kept.get();
            if (anatomy == null) {
                try {
                    anatomy = Preparation.of(name(), LabelFile.read(file));
                } catch (InputRefusedException e) {
                    throw e.getMessage().startsWith(file.toString())
                            ? e
                            : new InputRefusedException(file + ": " + e.getMessage(), e);
                }
                kept = new SoftReference<>(anatomy);
            }
            return anatomy;
        }
    }
}
