package org.midline.cli;

import org.midline.core.Sequence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A sequence by its key. */
final class SequenceConverter implements ITypeConverter<Sequence> {
    @Override
    public Sequence convert(String key) {
        try {
            return Sequence.ofKey(key);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
