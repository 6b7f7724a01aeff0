package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.midline.phantom.scanner.Centre;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A centre that comes with Midline by its name, or one's own by its file. */
final class CentreConverter implements ITypeConverter<Centre> {
    private static final List<String> BUILT_IN = List.of("usual", "a", "b");

    @Override
    public Centre convert(String text) {
        if (BUILT_IN.contains(text)) {
            return Centre.builtIn(text);
        }
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            throw new TypeConversionException("'%s': expected usual, a, b or the file of a centre".formatted(text));
        }
        try {
            return Centre.read(file);
        } catch (IOException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
