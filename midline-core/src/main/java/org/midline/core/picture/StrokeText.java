package org.midline.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Short labels drawn as single strokes, the same on every machine: a server without fonts cannot draw text otherwise.
 * Capitals, figures and a little punctuation; small letters become capitals, except the m of mm.
 */
public final class StrokeText {
    private static final double GRID_HEIGHT = 6;
    private static final double ADVANCE = 6;
    private static final String UNKNOWN = "0206464202";

    /** Strokes as pairs of figures, x (0 to 4) and y (0 top to 6 base line). */
    private static final Map<Character, String> GLYPHS = glyphs(
            "A 062046 1434",
            "B 06003041423303 3344453606",
            "C 4130100105163645",
            "D 00062644422000",
            "E 40000646 0333",
            "F 400006 0333",
            "G 41301001051636454323",
            "H 0006 4046 0343",
            "I 1030 2026 1636",
            "J 4045361605",
            "K 0006 400346",
            "L 000646",
            "M 0600234046",
            "N 06004640",
            "O 100105163645413010",
            "P 06003041423303",
            "Q 100105163645413010 2446",
            "R 06003041423303 2346",
            "S 413010010213334445361605",
            "T 0040 2026",
            "U 000516364540",
            "V 002640",
            "W 0016223640",
            "X 0046 4006",
            "Y 002340 2326",
            "Z 00400646",
            "0 100105163645413010",
            "1 112026 1636",
            "2 01103041420646",
            "3 01103041423313 334445361605",
            "4 36300444",
            "5 400003334445361605",
            "6 4130100105163645443303",
            "7 004016",
            "8 13020110304142331304051636454433",
            "9 4313020110304145361605",
            "- 0343",
            "+ 0343 2125",
            ". 2526",
            ", 2516",
            ": 2122 2526",
            "/ 0640",
            "( 30212536",
            ") 10212516",
            "_ 0646",
            "= 0242 0444",
            "m 0602 03122326 23324346");

    private StrokeText() {}

    /** How wide a text is when drawn {@code height} high, in the unit of the height. */
    public static double width(String text, double height) {
        return text.isEmpty() ? 0 : (text.length() * ADVANCE - (ADVANCE - 4)) * height / GRID_HEIGHT;
    }

    /** Draws with a dark rim, so that it reads on any grey; (x, y) is the upper left corner of the text. */
    public static void draw(Graphics2D graphics, String text, double x, double y, double height, Color color) {
        double scale = height / GRID_HEIGHT;
        var path = new Path2D.Double();
        for (int n = 0; n < text.length(); n++) {
            append(path, strokes(text.charAt(n)), x + n * ADVANCE * scale, y, scale);
        }
        float thickness = (float) Math.max(1.1, 0.14 * height);
        graphics.setColor(new Color(0, 0, 0, 150));
        graphics.setStroke(new BasicStroke(thickness + 2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static String strokes(char letter) {
        if (letter == ' ') {
            return "";
        }
        String own = GLYPHS.get(letter);
        return own != null
                ? own
                : GLYPHS.getOrDefault(
                        String.valueOf(letter).toUpperCase(Locale.ROOT).charAt(0), UNKNOWN);
    }

    private static void append(Path2D path, String strokes, double x, double y, double scale) {
        for (String stroke : strokes.split(" ", -1)) {
            for (int n = 0; n < stroke.length(); n += 2) {
                double px = x + scale * Character.digit(stroke.charAt(n), 10);
                double py = y + scale * Character.digit(stroke.charAt(n + 1), 10);
                if (n == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
        }
    }

    private static Map<Character, String> glyphs(String... definitions) {
        Map<Character, String> glyphs = new HashMap<>();
        for (String definition : definitions) {
            glyphs.put(definition.charAt(0), definition.substring(2));
        }
        return Map.copyOf(glyphs);
    }
}
