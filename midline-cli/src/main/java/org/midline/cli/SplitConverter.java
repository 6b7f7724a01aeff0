package org.midline.cli;

import org.midline.cohort.Split;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A split by its key. */
final class SplitConverter implements ITypeConverter<Split> {
    @Override
    public Split convert(String key) {
        try {
            return Split.ofKey(key);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
