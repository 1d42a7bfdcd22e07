package io.treehouse.datasets.sample;

import io.treehouse.datasets.scheme.ClassSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Labels as colours. Masks have thin fringes of mixed colours, so a colour counts as the nearest one of the legend. */
final class ColourMask implements LabelSource {
    private final int[] colours;
    private final byte[] bits;

    /** @param legend classes by colour, {@code #RRGGBB} */
    ColourMask(Map<String, ClassSet> legend) {
        colours = legend.keySet().stream().mapToInt(ColourMask::rgb).toArray();
        bits = new byte[colours.length];
        int i = 0;
        for (ClassSet classes : legend.values()) {
            bits[i++] = (byte) classes.bits();
        }
    }

    private static int rgb(String colour) {
        if (!colour.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("'" + colour + "' in the legend is no colour of the form #RRGGBB");
        }
        return Integer.parseInt(colour.substring(1), 16);
    }

    @Override
    public byte[] read(ImageBytes image, Path labels) {
        byte[] mask = MaskFile.read(labels, image, 3).rgb();
        byte[] result = new byte[image.width() * image.height()];
        Map<Integer, Byte> known = new HashMap<>();
        for (int pixel = 0; pixel < result.length; pixel++) {
            int colour = (mask[3 * pixel] & 255) << 16 | (mask[3 * pixel + 1] & 255) << 8 | mask[3 * pixel + 2] & 255;
            result[pixel] = known.computeIfAbsent(colour, this::nearest);
        }
        return result;
    }

    private byte nearest(int colour) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colours[i], colour) < distance(colours[best], colour)) {
                best = i;
            }
        }
        return bits[best];
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
