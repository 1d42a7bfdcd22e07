package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GridReference;
import java.util.Locale;

/**
 * Identifiers of objects: class and place of the first of their pixels in reading order. Objects of one class share no
 * pixel, so no two have one identifier, and it depends neither on other objects nor on the order of work.
 */
final class ObjectId {
    private ObjectId() {}

    /**
     * The identifier of a region: with georeferencing the pixel's centre in the CRS, written to a hundredth of a pixel,
     * otherwise its column and row.
     */
    static String of(Region region, GridReference grid) {
        int x = region.pixels().start(0);
        int y = region.pixels().row(0);
        if (grid.transform().isEmpty() || grid.wkt().isEmpty()) {
            return region.kind().label() + "_" + x + "_" + y;
        }
        double[] t = grid.transform().get();
        double east = t[0] + (x + 0.5) * t[1] + (y + 0.5) * t[2];
        double north = t[3] + (x + 0.5) * t[4] + (y + 0.5) * t[5];
        double pixel = Math.sqrt(Math.abs(t[1] * t[5] - t[2] * t[4]));
        int decimals = Math.max(0, (int) Math.ceil(2 - Math.log10(pixel)));
        String place = "%." + decimals + "f";
        return String.format(
                Locale.ROOT, "%s_" + place + "_" + place, region.kind().label(), east, north);
    }
}
