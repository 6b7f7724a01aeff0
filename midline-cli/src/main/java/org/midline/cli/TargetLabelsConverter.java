package org.midline.cli;

import org.midline.cohort.TargetLabels;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "1,3". */
final class TargetLabelsConverter implements ITypeConverter<TargetLabels> {

    @Override
    public TargetLabels convert(String value) {
        try {
            return TargetLabels.ofKey(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
