package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.catalog.LegendEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels as values of one band; a value that the legend does not know says nothing. */
final class ValueMask implements LabelSource {
    private static final byte UNKNOWN = -1;

    private final LabelFiles.ValueMask masks;
    private final byte[] bitsByValue = new byte[256];

    ValueMask(LabelFiles.ValueMask masks, List<LegendEntry> legend) {
        this.masks = masks;
        Arrays.fill(bitsByValue, UNKNOWN);
        for (LegendEntry entry : legend) {
            bitsByValue[Integer.parseInt(entry.label())] =
                    (byte) entry.classes().bits();
        }
    }

    @Override
    public PixelLabels read(Picture picture) {
        Picture mask = MaskFile.values(masks.of(picture.file()), picture);
        byte[] classSets = new byte[mask.valid().length];
        Map<String, Long> unknown = new HashMap<>();
        for (int pixel = 0; pixel < classSets.length; pixel++) {
            if (!mask.valid()[pixel]) {
                continue;
            }
            int value = mask.value(pixel, 0);
            byte bits = bitsByValue[value];
            if (bits == UNKNOWN) {
                unknown.merge(Integer.toString(value), 1L, Long::sum);
            } else {
                classSets[pixel] = bits;
            }
        }
        return new PixelLabels(classSets, unknown);
    }
}
