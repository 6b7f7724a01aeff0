package org.midline.cli;

import org.midline.core.InputRefusedException;
import org.midline.evaluation.Metric;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "hd95_mm". */
final class MetricConverter implements ITypeConverter<Metric> {

    @Override
    public Metric convert(String value) {
        try {
            return Metric.ofKey(value);
        } catch (InputRefusedException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
