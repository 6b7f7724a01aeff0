package org.midline.phantom.head.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.midline.phantom.head.Tissue;

/**
 * What FreeSurfer's labels, and those of the tissues outside the brain that come with SynthSeg's label maps, are made
 * of: the resource {@code freesurfer-tissues.tsv}.
 */
final class LabelTable {
    static final int BRAINSTEM = 16;
    static final int CSF = 24;
    static final int FOURTH_VENTRICLE = 15;
    static final int[] VENTRAL_DIENCEPHALON = {28, 60};
    /** Labels from here on lie outside the brain. */
    static final int FIRST_OUTSIDE_BRAIN = 500;

    static final int EYE = 506;
    static final int SOFT_TISSUE = 507;
    static final int MUCOSA = 509;
    static final int SKIN = 511;
    static final int SPINAL_CORD = 512;
    static final int CORTICAL_BONE = 515;
    static final int MARROW = 516;
    static final int OPTIC_NERVE = 530;

    private static final String RESOURCE = "freesurfer-tissues.tsv";
    private static final byte UNKNOWN = -1;
    private static final LabelTable BUILT_IN = read();

    private final byte[] tissues = new byte[1 << 15];
    private final List<Pair> pairs = new ArrayList<>();

    private LabelTable() {
        Arrays.fill(tissues, UNKNOWN);
    }

    /** Two labels that mirror each other. */
    record Pair(int left, int right) {}

    static LabelTable builtIn() {
        return BUILT_IN;
    }

    boolean knows(int label) {
        return label >= 0 && label < tissues.length && tissues[label] != UNKNOWN;
    }

    /** {@link Tissue#label()} of a label that it knows. */
    byte tissue(int label) {
        return tissues[label];
    }

    List<Pair> pairs() {
        return pairs;
    }

    private static LabelTable read() {
        var table = new LabelTable();
        try (var stream = LabelTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Resource " + RESOURCE + " is missing from the phantom module");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                table.put(line.split("\t", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + RESOURCE + " cannot be read", e);
        }
        return table;
    }

    private void put(String[] cells) {
        int from = Integer.parseInt(cells[0]);
        int to = Integer.parseInt(cells[1]);
        Arrays.fill(tissues, from, to + 1, Tissue.valueOf(cells[2]).label());
        if (cells[4].startsWith("left") && !cells[3].equals("-")) {
            pairs.add(new Pair(from, Integer.parseInt(cells[3])));
        }
    }
}
