package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Bands;
import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.raster.Scaling;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tree positions beside near infrared. The normalised difference vegetation index tells vegetation
 * from the rest, and the distance to the next tree position tells crowns from lawns. A picture without a table has no
 * tree.
 */
final class TreePoints implements LabelSource {
    private static final double BARE_BELOW = 0.05;
    private static final double VEGETATION_ABOVE = 0.15;
    private static final double CROWN_PIXELS = 6;
    private static final double LAWN_PIXELS = 25;
    private static final byte BARE =
            (byte) ClassSet.of(SurfaceClass.OTHER, SurfaceClass.BUILT_UP, SurfaceClass.BUILDING, SurfaceClass.WATER)
                    .bits();
    private static final byte TREE =
            (byte) ClassSet.of(SurfaceClass.TREE_CANOPY).bits();
    private static final byte LAWN = (byte) ClassSet.of(SurfaceClass.OTHER).bits();
    private static final byte VEGETATION =
            (byte) ClassSet.of(SurfaceClass.OTHER, SurfaceClass.TREE_CANOPY).bits();

    private final LabelFiles.TreePoints tables;
    private final List<Integer> redAndNearInfrared;

    TreePoints(LabelFiles.TreePoints tables, Bands bands) {
        this.tables = tables;
        int nearInfrared = bands.nearInfrared().orElseThrow();
        this.redAndNearInfrared = List.of(bands.red(), nearInfrared, nearInfrared);
    }

    @Override
    public PixelLabels read(Picture picture) {
        Picture bands = Picture.read(picture.file(), redAndNearInfrared, new Scaling.Auto());
        List<TreePosition> points = positions(picture.file());
        byte[] classSets = new byte[bands.valid().length];
        for (int pixel = 0; pixel < classSets.length; pixel++) {
            double ndvi = ndvi(bands.value(pixel, 0), bands.value(pixel, 1));
            if (ndvi < BARE_BELOW) {
                classSets[pixel] = BARE;
            } else if (ndvi > VEGETATION_ABOVE) {
                classSets[pixel] = vegetation(points, pixel % bands.width() + 0.5, pixel / bands.width() + 0.5);
            }
        }
        return new PixelLabels(classSets, Map.of());
    }

    /** Normalised difference vegetation index, −1…1 (Rouse et al. 1974); 0 where nothing is reflected. */
    private static double ndvi(double red, double nearInfrared) {
        return red + nearInfrared == 0 ? 0 : (nearInfrared - red) / (nearInfrared + red);
    }

    private static byte vegetation(List<TreePosition> points, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (TreePosition point : points) {
            nearest = Math.min(nearest, Math.hypot(point.x() - x, point.y() - y));
        }
        if (nearest <= CROWN_PIXELS) {
            return TREE;
        }
        return nearest > LAWN_PIXELS ? LAWN : VEGETATION;
    }

    /** The trees of a picture. Tables count pixels, so that a whole number is the middle of one. */
    List<TreePosition> positions(Path picture) {
        Path table = tables.of(picture);
        if (!Files.exists(table)) {
            return List.of();
        }
        return CsvRows.read(
                table,
                "x,y",
                cells -> new TreePosition(Double.parseDouble(cells[0]) + 0.5, Double.parseDouble(cells[1]) + 0.5));
    }
}
