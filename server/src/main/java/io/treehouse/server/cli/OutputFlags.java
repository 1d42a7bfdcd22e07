package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say which files are made of an image. */
final class OutputFlags {
    @Option(
            names = "--cog",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Class maps as Cloud Optimized GeoTIFF (the default), or plain: faster for huge scenes.")
    private boolean cog;

    @Option(
            names = "--objects",
            arity = "0..1",
            parameterConsumer = ObjectFormatConsumer.class,
            paramLabel = "FORMAT",
            description = "Also write the objects of each image: geojson (if not given), gpkg, fgb or parquet.")
    private FeatureFormat objects;

    @Option(
            names = "--probabilities",
            description = "Also write the calibrated probability of each class as NAME.probabilities.tif, 8-bit.")
    private boolean probabilities;

    @Option(
            names = "--zones",
            paramLabel = "FILE",
            description =
                    "Polygons whose figures are wanted too: GeoJSON, GeoPackage, or a Shapefile in a zip archive.")
    private Path zones;

    @Option(
            names = "--zone-figures",
            paramLabel = "FORMAT",
            converter = FeatureFormatConverter.class,
            description = "Also write the figures of the zones as a table with units: gpkg, parquet or geojson.")
    private FeatureFormat zoneFigures;

    /** Refuses what does not go together. */
    void check() {
        ClassifyCommand.requireFile("--zones", zones);
        if (zoneFigures != null && zones == null) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "--zone-figures needs zones", "Give their file with --zones");
        }
    }

    /**
     * The files of an image.
     *
     * @param target where they lie, without an extension
     */
    TileOutputs of(Path target) {
        return new TileOutputs(
                Optional.of(beside(target, ".classes.tif")),
                cog,
                Optional.empty(),
                objects == null
                        ? ObjectOutputs.NONE
                        : ObjectOutputs.file(beside(target, ".objects." + objects.extension()), objects),
                Optional.of(beside(target, ".probabilities.tif")).filter(file -> probabilities));
    }

    /** The polygons whose figures are wanted, and the file of these. */
    Optional<ZoneRequest> zones(Path target) {
        return Optional.ofNullable(zones)
                .map(polygons -> zoneFigures == null
                        ? ZoneRequest.of(polygons)
                        : new ZoneRequest(
                                polygons,
                                Optional.of(beside(target, ".zones." + zoneFigures.extension())),
                                zoneFigures));
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }
}
