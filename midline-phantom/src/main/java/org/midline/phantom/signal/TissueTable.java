package org.midline.phantom.signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.midline.phantom.head.Tissue;

/** The relaxation table that comes with Midline, {@code tissues.csv}; it names its sources. */
public final class TissueTable {
    private static final String RESOURCE = "tissues.csv";
    private static final TissueTable BUILT_IN = read();

    private final Map<Tissue, Row> rows;

    private TissueTable(Map<Tissue, Row> rows) {
        this.rows = rows;
    }

    public static TissueTable builtIn() {
        return BUILT_IN;
    }

    public Row row(Tissue tissue) {
        return rows.get(tissue);
    }

    /** One tissue at both field strengths; texture and spread are relative standard deviations. */
    public record Row(Relaxation at1500mT, Relaxation at3000mT, double texture, double spread) {
        public Relaxation at(FieldStrength field) {
            return field == FieldStrength.TESLA_3 ? at3000mT : at1500mT;
        }
    }

    private static TissueTable read() {
        var rows = new EnumMap<Tissue, Row>(Tissue.class);
        try (var stream = TissueTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Resource " + RESOURCE + " is missing from the phantom module");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    put(rows, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + RESOURCE + " cannot be read", e);
        }
        for (Tissue tissue : Tissue.values()) {
            if (!rows.containsKey(tissue)) {
                throw new IllegalStateException("Resource " + RESOURCE + " has no row for " + tissue);
            }
        }
        return new TissueTable(rows);
    }

    private static void put(Map<Tissue, Row> rows, String line) {
        String[] cells = line.split(",", -1);
        double[] numbers = new double[cells.length];
        for (int n = 1; n <= 9; n++) {
            numbers[n] = Double.parseDouble(cells[n]);
        }
        rows.put(
                Tissue.valueOf(cells[0]),
                new Row(
                        new Relaxation(numbers[1], numbers[3], numbers[5], numbers[6], numbers[7]),
                        new Relaxation(numbers[2], numbers[4], numbers[5], numbers[6], numbers[7]),
                        numbers[8],
                        numbers[9]));
    }
}
