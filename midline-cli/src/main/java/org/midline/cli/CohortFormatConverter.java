package org.midline.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A form of a cohort by its key. */
final class CohortFormatConverter implements ITypeConverter<CohortFormat> {
    @Override
    public CohortFormat convert(String key) {
        for (CohortFormat format : CohortFormat.values()) {
            if (format.key().equalsIgnoreCase(key)) {
                return format;
            }
        }
        throw new TypeConversionException("Form '%s': expected %s"
                .formatted(
                        key,
                        Arrays.stream(CohortFormat.values())
                                .map(CohortFormat::key)
                                .collect(Collectors.joining(", "))));
    }
}
