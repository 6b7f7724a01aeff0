package org.midline.cli;

import org.midline.phantom.tumour.FindingShares;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to find in patients. */
final class FindingsOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--tumour-free",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of patients without any finding, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double tumourFreeShare;

    @Option(
            names = "--look-alike",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of patients with something else that might be taken for a glioma, 0 to 1 (default: "
                    + "${DEFAULT-VALUE}).")
    private double lookAlikeShare;

    /** @throws ParameterException if the shares make no sense */
    FindingShares shares() {
        check("--tumour-free", tumourFreeShare);
        check("--look-alike", lookAlikeShare);
        if (tumourFreeShare + lookAlikeShare > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tumour-free %s and --look-alike %s: expected at most 1 together"
                            .formatted(tumourFreeShare, lookAlikeShare));
        }
        return new FindingShares(tumourFreeShare, lookAlikeShare);
    }

    private void check(String option, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new ParameterException(spec.commandLine(), "%s %s: expected 0 to 1".formatted(option, share));
        }
    }
}
