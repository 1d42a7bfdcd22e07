package io.treehouse.datasets.sample;

import io.treehouse.datasets.scheme.ClassSet;
import java.nio.file.Path;
import java.util.Map;

/** Labels as values of one band; a value that the legend does not know says nothing. */
final class ValueMask implements LabelSource {
    private final byte[] bitsByValue = new byte[256];

    /** @param legend classes by value, {@code "0"} to {@code "255"} */
    ValueMask(Map<String, ClassSet> legend) {
        legend.forEach((value, classes) -> bitsByValue[index(value)] = (byte) classes.bits());
    }

    private static int index(String value) {
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > 255) {
            throw new IllegalArgumentException("'" + value + "' in the legend is no value from 0 to 255");
        }
        return Integer.parseInt(value);
    }

    @Override
    public byte[] read(ImageBytes image, Path labels) {
        byte[] values = MaskFile.read(labels, image, 1).bands()[0];
        byte[] result = new byte[values.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            result[pixel] = bitsByValue[values[pixel] & 255];
        }
        return result;
    }
}
