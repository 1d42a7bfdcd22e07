package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.catalog.LegendEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels as colours. */
final class ColourMask implements LabelSource {
    private final LabelFiles.ColourMask masks;
    private final Map<Integer, Byte> bitsByColour = new HashMap<>();

    ColourMask(LabelFiles.ColourMask masks, List<LegendEntry> legend) {
        this.masks = masks;
        for (LegendEntry entry : legend) {
            bitsByColour.put(Integer.parseInt(entry.label().substring(1), 16), (byte)
                    entry.classes().bits());
        }
    }

    @Override
    public PixelLabels read(Picture picture) {
        Picture mask = MaskFile.colours(masks.of(picture.file()), picture);
        byte[] classSets = new byte[mask.valid().length];
        Map<Integer, Byte> known = new HashMap<>(bitsByColour);
        Map<String, Long> unknown = new HashMap<>();
        for (int pixel = 0; pixel < classSets.length; pixel++) {
            if (!mask.valid()[pixel]) {
                continue;
            }
            int colour = mask.colour(pixel);
            Byte bits = known.get(colour);
            if (bits == null && masks.nearest()) {
                bits = nearest(colour);
                known.put(colour, bits);
            }
            if (bits == null) {
                unknown.merge("#%06X".formatted(colour), 1L, Long::sum);
            } else {
                classSets[pixel] = bits;
            }
        }
        return new PixelLabels(classSets, unknown);
    }

    private byte nearest(int colour) {
        int best = -1;
        for (int candidate : bitsByColour.keySet()) {
            if (best < 0 || distance(candidate, colour) < distance(best, colour)) {
                best = candidate;
            }
        }
        return bitsByColour.get(best);
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
