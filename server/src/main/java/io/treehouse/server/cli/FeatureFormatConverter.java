package io.treehouse.server.cli;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes formats of features by the extensions of their files. */
final class FeatureFormatConverter implements ITypeConverter<FeatureFormat> {
    @Override
    public FeatureFormat convert(String word) {
        return Arrays.stream(FeatureFormat.values())
                .filter(format -> format.extension().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                        .formatted(
                                word,
                                Arrays.stream(FeatureFormat.values())
                                        .map(FeatureFormat::extension)
                                        .collect(Collectors.joining(", ")))));
    }
}
