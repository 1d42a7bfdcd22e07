package io.treehouse.datasets.raster;

import java.awt.Color;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;

/** Turns the values of a pixel's bands, on the scale 0…255, into red, green and blue. Immutable and thread-safe. */
@FunctionalInterface
interface ColourConversion {
    /**
     * Converts one pixel.
     *
     * @param values the bands' values
     * @param rgb receives red, green, blue
     * @param at where in {@code rgb}
     */
    void convert(float[] values, float[] rgb, int at);

    static ColourConversion of(Dataset dataset, BandRoles roles) {
        return switch (roles.model()) {
            case RGB -> (values, rgb, at) -> System.arraycopy(values, 0, rgb, at, 3);
            case GREY ->
                (values, rgb, at) -> {
                    rgb[at] = values[0];
                    rgb[at + 1] = values[0];
                    rgb[at + 2] = values[0];
                };
            case CMYK -> ColourConversion::fromInks;
            case YCBCR -> ColourConversion::fromBrightnessAndDifferences;
            case PALETTE -> palette(dataset, roles.colours().get(0));
        };
    }

    private static void fromInks(float[] values, float[] rgb, int at) {
        float light = (255 - values[3]) / 255;
        for (int i = 0; i < 3; i++) {
            rgb[at + i] = (255 - values[i]) * light;
        }
    }

    /** ITU-R BT.601 in the full range, as in JFIF. */
    private static void fromBrightnessAndDifferences(float[] values, float[] rgb, int at) {
        float blue = values[1] - 128;
        float red = values[2] - 128;
        rgb[at] = clip(values[0] + 1.402f * red);
        rgb[at + 1] = clip(values[0] - 0.344136f * blue - 0.714136f * red);
        rgb[at + 2] = clip(values[0] + 1.772f * blue);
    }

    private static float clip(float value) {
        return Math.max(0, Math.min(255, value));
    }

    private static ColourConversion palette(Dataset dataset, int band) {
        ColorTable table = dataset.GetRasterBand(band).GetColorTable();
        Color[] colours = new Color[table == null ? 0 : table.GetCount()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = table.GetColorEntry(i);
        }
        return (values, rgb, at) -> {
            int index = (int) values[0];
            Color colour = index < colours.length ? colours[index] : Color.BLACK;
            rgb[at] = colour.getRed();
            rgb[at + 1] = colour.getGreen();
            rgb[at + 2] = colour.getBlue();
        };
    }
}
