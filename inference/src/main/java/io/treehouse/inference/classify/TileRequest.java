package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.RasterOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A tile to classify.
 *
 * @param files the tile's file, or several that are neighbours on one grid and are classified as one tile
 * @param options what the caller says about it
 * @param maximumPixels pixels above which it is refused before any of them is read
 * @param id the caller's name for the tile, repeated in the answer; null if not given
 * @param date when the imagery was taken as the caller says it, repeated in the answer; null if not given
 * @param outputs files to write beside the answer
 * @param zones zones whose figures are wanted too; need a georeferenced tile
 * @param sample file of a labelled sample of the tile's class map, which areas are to be estimated from
 * @param areaOfInterest file of polygons outside of which the tile counts as nodata; needs a georeferenced tile
 */
public record TileRequest(
        List<Path> files,
        RasterOptions options,
        long maximumPixels,
        String id,
        String date,
        TileOutputs outputs,
        Optional<ZoneRequest> zones,
        Optional<Path> sample,
        Optional<Path> areaOfInterest) {
    public TileRequest {
        files = List.copyOf(files);
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(outputs, "outputs");
        Objects.requireNonNull(zones, "zones");
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(areaOfInterest, "areaOfInterest");
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A tile has at least one file");
        }
        if (maximumPixels < 1) {
            throw new IllegalArgumentException("At least one pixel must be allowed, not " + maximumPixels);
        }
    }

    /** Names of the files that are classified as one tile; null if there is only one. */
    List<String> mergedFrom() {
        return files.size() == 1
                ? null
                : files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** A whole tile. */
    public TileRequest(
            List<Path> files,
            RasterOptions options,
            long maximumPixels,
            String id,
            String date,
            TileOutputs outputs,
            Optional<ZoneRequest> zones,
            Optional<Path> sample) {
        this(files, options, maximumPixels, id, date, outputs, zones, sample, Optional.empty());
    }

    /** The same, but for what lies outside of the polygons of a file. */
    public TileRequest within(Optional<Path> area) {
        return new TileRequest(files, options, maximumPixels, id, date, outputs, zones, sample, area);
    }

    /** A tile of one file, without zones and sample. */
    public TileRequest(
            Path file, RasterOptions options, long maximumPixels, String id, String date, TileOutputs outputs) {
        this(List.of(file), options, maximumPixels, id, date, outputs, Optional.empty(), Optional.empty());
    }
}
