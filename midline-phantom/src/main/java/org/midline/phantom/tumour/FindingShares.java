package org.midline.phantom.tumour;

import org.midline.phantom.noise.Draw;

/**
 * How many patients have what; the rest have a glioma.
 *
 * @param unremarkable share without any finding
 * @param lookAlike share with a finding that must not be segmented
 */
public record FindingShares(double unremarkable, double lookAlike) {
    public static final FindingShares ALL_GLIOMA = new FindingShares(0, 0);

    public FindingShares {
        if (!(unremarkable >= 0 && lookAlike >= 0 && unremarkable + lookAlike <= 1)) {
            throw new IllegalArgumentException(
                    "Shares of patients without tumour %s and with look-alikes %s: ".formatted(unremarkable, lookAlike)
                            + "expected at least 0 each, at most 1 together");
        }
    }

    public Finding draw(Draw draw) {
        return switch (draw.choose(unremarkable, lookAlike, 1 - unremarkable - lookAlike)) {
            case 0 -> new Finding.Unremarkable();
            case 1 -> draw.choose(Finding.LookAlike.values(), 1, 1, 1, 1, 1, 1);
            default -> new Finding.Glioma(PlanDraw.draw(draw));
        };
    }
}
