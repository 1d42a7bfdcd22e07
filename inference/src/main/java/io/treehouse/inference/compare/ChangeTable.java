package io.treehouse.inference.compare;

import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * Pixels and ground area of every pair of classes before and after, of pixels that are valid in both states. Immutable by
 * agreement.
 *
 * @param pixels {@code [before][after]}
 * @param areaM2 {@code [before][after]} in m²
 * @param onlyOnceM2 area that is valid in one of the two states alone
 */
record ChangeTable(long[][] pixels, double[][] areaM2, double onlyOnceM2) {
    /** Counts two maps of one grid. */
    static ChangeTable of(PlacedClassMap before, PlacedClassMap after) {
        long[][] pixels = new long[SurfaceClass.COUNT][SurfaceClass.COUNT];
        double[][] areaM2 = new double[SurfaceClass.COUNT][SurfaceClass.COUNT];
        double onlyOnceM2 = 0;
        PixelAreas areas = before.areas();
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                int from = before.classes()[y * before.width() + x] & 255;
                int to = after.classes()[y * before.width() + x] & 255;
                if (from != SurfaceClass.NODATA && to != SurfaceClass.NODATA) {
                    pixels[from][to]++;
                    areaM2[from][to] += areas.areaM2(x, y);
                } else if (from != to) {
                    onlyOnceM2 += areas.areaM2(x, y);
                }
            }
        }
        return new ChangeTable(pixels, areaM2, onlyOnceM2);
    }

    /** Area that was compared. */
    double comparedM2() {
        double sum = 0;
        for (SurfaceClass surface : SurfaceClass.all()) {
            sum += beforeM2(surface);
        }
        return sum;
    }

    /** Area of a class before. */
    double beforeM2(SurfaceClass surface) {
        double sum = 0;
        for (double cell : areaM2[surface.code()]) {
            sum += cell;
        }
        return sum;
    }

    /** Area of a class after. */
    double afterM2(SurfaceClass surface) {
        double sum = 0;
        for (double[] row : areaM2) {
            sum += row[surface.code()];
        }
        return sum;
    }
}
