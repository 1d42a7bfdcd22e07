package io.treehouse.server.feedback;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.Optional;

/** A class map that somebody corrected, on the grid of its tile. Immutable by agreement. */
record CorrectedMap(int width, int height, byte[] classes) {
    /** A map may be moved by this share of a pixel: programs round coordinates. */
    private static final double TOLERANCE_PIXELS = 0.1;

    /** @throws InputProblem if the file is no class map, or lies on another grid than the tile */
    static CorrectedMap read(Path file, Raster tile, long maxPixels) {
        try (Raster map = Raster.open(file, RasterOptions.NONE, maxPixels)) {
            boolean sizes = map.width() == tile.width() && map.height() == tile.height();
            if (!sizes || !isPlacedAlike(map, tile)) {
                throw new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        "The class map (%d × %d pixels) does not lie on the grid of the tile (%d × %d)"
                                .formatted(map.width(), map.height(), tile.width(), tile.height()),
                        "Save it with the extent, pixel size and CRS of the map that the server answered");
            }
        }
        ClassMapReader read = ClassMapReader.read(file);
        return new CorrectedMap(read.width(), read.height(), read.classes());
    }

    /** A map without georeferencing is taken at its word. */
    private static boolean isPlacedAlike(Raster map, Raster tile) {
        Optional<double[]> ofMap = map.grid().transform();
        Optional<double[]> ofTile = tile.grid().transform();
        if (map.crs().isEmpty() || tile.crs().isEmpty() || ofMap.isEmpty() || ofTile.isEmpty()) {
            return true;
        }
        double[] a = ofMap.get();
        double[] b = ofTile.get();
        double pixel = Math.max(Math.abs(b[1]), Math.abs(b[2]));
        double east =
                Math.abs(a[0] - b[0]) + tile.width() * Math.abs(a[1] - b[1]) + tile.height() * Math.abs(a[2] - b[2]);
        double north =
                Math.abs(a[3] - b[3]) + tile.width() * Math.abs(a[4] - b[4]) + tile.height() * Math.abs(a[5] - b[5]);
        return Math.max(east, north) <= TOLERANCE_PIXELS * pixel;
    }

    /** Every pixel with a class is known. */
    LabelMask all() {
        byte[] bits = new byte[classes.length];
        for (int pixel = 0; pixel < bits.length; pixel++) {
            bits[pixel] = bits(classes[pixel]);
        }
        return new LabelMask(width, height, bits);
    }

    /** Only what differs from another map is known: of the rest nobody says that it was looked at. */
    LabelMask changedFrom(byte[] before) {
        byte[] bits = new byte[classes.length];
        for (int pixel = 0; pixel < bits.length; pixel++) {
            bits[pixel] = classes[pixel] == before[pixel] ? 0 : bits(classes[pixel]);
        }
        return new LabelMask(width, height, bits);
    }

    private static byte bits(byte code) {
        int value = code & 255;
        return (byte) (value == SurfaceClass.NODATA ? 0 : 1 << value);
    }
}
