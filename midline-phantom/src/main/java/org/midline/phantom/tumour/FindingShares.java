package org.midline.phantom.tumour;

import java.util.List;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.Finding.LookAlike;

/**
 * How many patients have what; the rest have a glioma.
 *
 * @param unremarkable share without any finding
 * @param lookAlike share with a finding that must not be segmented
 * @param lookAlikes which findings these are, each as likely as the next; at least one
 */
public record FindingShares(double unremarkable, double lookAlike, List<LookAlike> lookAlikes) {
    public static final FindingShares ALL_GLIOMA = new FindingShares(0, 0);

    public FindingShares {
        lookAlikes = List.copyOf(lookAlikes);
        if (lookAlikes.isEmpty()) {
            throw new IllegalArgumentException("No kind of look-alike, expected at least one");
        }
        if (!(unremarkable >= 0 && lookAlike >= 0 && unremarkable + lookAlike <= 1)) {
            throw new IllegalArgumentException(
                    "Shares of patients without tumour %s and with look-alikes %s: ".formatted(unremarkable, lookAlike)
                            + "expected at least 0 each, at most 1 together");
        }
    }

    /** With look-alikes of every kind. */
    public FindingShares(double unremarkable, double lookAlike) {
        this(unremarkable, lookAlike, List.of(LookAlike.values()));
    }

    public Finding draw(Draw draw) {
        return switch (draw.choose(unremarkable, lookAlike, 1 - unremarkable - lookAlike)) {
            case 0 -> new Finding.Unremarkable();
            case 1 -> lookAlikes.get((int) draw.uniform(0, lookAlikes.size()));
            default -> new Finding.Glioma(PlanDraw.draw(draw));
        };
    }
}
