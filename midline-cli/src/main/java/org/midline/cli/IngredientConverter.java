package org.midline.cli;

import org.midline.network.training.Ingredient;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what to leave out of a training. */
final class IngredientConverter implements ITypeConverter<Ingredient> {
    @Override
    public Ingredient convert(String value) {
        try {
            return Ingredient.ofKey(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
