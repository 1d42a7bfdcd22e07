package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gdal.gdal.Dataset;

/**
 * A class map with where it lies. Immutable by agreement.
 *
 * @param classes {@code [height, width]} codes 0…4, 255 for nodata
 * @param grid its grid
 * @param crs name of its CRS; empty without georeferencing
 * @param sampling size of a pixel on the ground
 * @param areas ground area of each pixel
 * @param origin what the file says of its making, see {@link ClassMapProvenance}; empty if nothing
 */
public record PlacedClassMap(
        byte[] classes,
        GridReference grid,
        Optional<String> crs,
        GroundSampling sampling,
        PixelAreas areas,
        Map<String, String> origin) {
    public PlacedClassMap {
        origin = Map.copyOf(origin);
    }

    /**
     * Reads a class map.
     *
     * @param gsdMetres size of its pixels if it is not georeferenced; null if it is
     * @param maximumPixels pixels above which it is refused
     * @throws InputProblem if the file is no class map, is too large, or the size of its pixels is not known
     */
    public static PlacedClassMap read(Path file, Double gsdMetres, long maximumPixels) {
        Dataset dataset = RasterFormat.of(file).open(file);
        try {
            requireSize(dataset, maximumPixels);
            RasterOptions options =
                    gsdMetres == null ? RasterOptions.NONE : RasterOptions.NONE.withGsdMetres(gsdMetres);
            return placed(file, Placement.of(dataset, options), ClassMapProvenance.of(dataset));
        } finally {
            dataset.delete();
        }
    }

    private static PlacedClassMap placed(Path file, Placement placement, Map<String, String> origin) {
        PixelAreas areas = placement
                .areas()
                .orElseThrow(() -> new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        "The class map is not georeferenced, so that the size of its pixels is not known",
                        "Give a map with CRS and transform, or --gsd on the command line"));
        return new PlacedClassMap(
                ClassMapReader.read(file).classes(),
                placement.grid(),
                placement.crs(),
                placement.groundSampling(),
                areas,
                origin);
    }

    private static void requireSize(Dataset dataset, long maximumPixels) {
        long pixels = (long) dataset.getRasterXSize() * dataset.getRasterYSize();
        if (pixels > maximumPixels) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The class map has %d pixels; at most %d are taken at once".formatted(pixels, maximumPixels),
                    "Cut it into tiles");
        }
    }

    /** Name and version of the model that made it; empty where the file does not say. */
    public Optional<String> model() {
        return Optional.ofNullable(origin.get("MODEL_NAME")).map(name -> name + " " + origin.get("MODEL_VERSION"));
    }

    /** Columns. */
    public int width() {
        return grid.width();
    }

    /** Rows. */
    public int height() {
        return grid.height();
    }

    /**
     * Other codes on this map's grid.
     *
     * @param source what is known of their making
     */
    public PlacedClassMap withClasses(byte[] codes, Map<String, String> source) {
        if (codes.length != classes.length) {
            throw new IllegalArgumentException(codes.length + " codes do not fill " + classes.length + " pixels");
        }
        return new PlacedClassMap(codes, grid, crs, sampling, areas, source);
    }

    /**
     * This map on the grid of another one: each pixel gets the class that lies at its centre, 255 where there is none.
     *
     * @throws InputProblem if one of the two is not georeferenced and their sizes differ
     */
    public PlacedClassMap onGridOf(PlacedClassMap other) {
        return ClassMapWarp.isSameGrid(grid, other.grid)
                ? other.withClasses(classes, origin)
                : other.withClasses(ClassMapWarp.warp(this, other), origin);
    }
}
