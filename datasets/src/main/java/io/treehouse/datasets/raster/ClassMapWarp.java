package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.osr.SpatialReference;

/** Lays class maps onto other grids. */
final class ClassMapWarp {
    /** Part of a pixel by which grids may differ and still be the same. */
    private static final double TOLERANCE_PIXELS = 1e-3;

    private ClassMapWarp() {}

    /** Whether pixels of two grids are the same places. Grids that lie nowhere are the same if their sizes are. */
    static boolean isSameGrid(GridReference a, GridReference b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            return false;
        }
        if (!isPlaced(a) && !isPlaced(b)) {
            return true;
        }
        return isPlaced(a) && isPlaced(b) && isSameCrs(a, b) && isSameTransform(a, b);
    }

    private static boolean isPlaced(GridReference grid) {
        return grid.transform().isPresent() && grid.wkt().isPresent();
    }

    static boolean isSameCrs(GridReference a, GridReference b) {
        SpatialReference first = new SpatialReference(a.wkt().orElseThrow());
        SpatialReference second = new SpatialReference(b.wkt().orElseThrow());
        try {
            return first.IsSame(second) == 1;
        } finally {
            first.delete();
            second.delete();
        }
    }

    private static boolean isSameTransform(GridReference a, GridReference b) {
        double[] first = a.transform().orElseThrow();
        double[] second = b.transform().orElseThrow();
        double pixel = Math.min(Math.hypot(first[1], first[4]), Math.hypot(first[2], first[5]));
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * a.width();
            double y = (corner >> 1) * a.height();
            double dx = first[0] - second[0] + x * (first[1] - second[1]) + y * (first[2] - second[2]);
            double dy = first[3] - second[3] + x * (first[4] - second[4]) + y * (first[5] - second[5]);
            if (Math.hypot(dx, dy) > TOLERANCE_PIXELS * pixel) {
                return false;
            }
        }
        return true;
    }

    /** The codes of a map on the grid of another one, by nearest neighbour. */
    static byte[] warp(PlacedClassMap map, PlacedClassMap other) {
        GridReference target = other.grid();
        if (!isPlaced(map.grid()) || !isPlaced(target)) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The class maps have %d × %d and %d × %d pixels, and not both are georeferenced"
                            .formatted(map.width(), map.height(), target.width(), target.height()),
                    "Give maps with CRS and transform, or maps of one size");
        }
        GridReference source = WebMercator.unrolled(map, other);
        Dataset from = memory(source, map.classes());
        Dataset to = memory(target, nodata(target));
        try {
            gdal.ReprojectImage(
                    from, to, source.wkt().orElseThrow(), target.wkt().orElseThrow(), gdalconst.GRA_NearestNeighbour);
            byte[] codes = new byte[target.width() * target.height()];
            to.GetRasterBand(1)
                    .ReadRaster(
                            0,
                            0,
                            target.width(),
                            target.height(),
                            target.width(),
                            target.height(),
                            gdalconst.GDT_Byte,
                            codes);
            return codes;
        } finally {
            from.delete();
            to.delete();
        }
    }

    private static byte[] nodata(GridReference grid) {
        byte[] codes = new byte[grid.width() * grid.height()];
        Arrays.fill(codes, (byte) SurfaceClass.NODATA);
        return codes;
    }

    private static Dataset memory(GridReference grid, byte[] codes) {
        Dataset memory = gdal.GetDriverByName("MEM").Create("", grid.width(), grid.height(), 1, gdalconst.GDT_Byte);
        memory.SetProjection(grid.wkt().orElseThrow());
        memory.SetGeoTransform(grid.transform().orElseThrow());
        memory.GetRasterBand(1).SetNoDataValue(SurfaceClass.NODATA);
        memory.GetRasterBand(1)
                .WriteRaster(0, 0, grid.width(), grid.height(), grid.width(), grid.height(), gdalconst.GDT_Byte, codes);
        return memory;
    }
}
