package org.midline.cli;

import org.midline.delineation.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class CodeVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"midline " + CodeVersion.current()};
    }
}
