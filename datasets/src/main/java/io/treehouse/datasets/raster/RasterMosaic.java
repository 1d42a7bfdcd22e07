package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import java.util.stream.Stream;
import org.gdal.gdal.BuildVRTOptions;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;

/**
 * Rasters that are neighbours on one grid as one raster: GDAL's virtual one, which reads from the files when it is read.
 * Where rasters overlap the last one counts; ground in none of them is nodata. Holds native objects until both are
 * deleted; belongs to one thread at a time.
 *
 * @param whole all of them as one
 * @param parts the rasters that it reads from
 */
record RasterMosaic(Dataset whole, List<Dataset> parts) {
    /**
     * Opens files as one raster.
     *
     * @param files at least two
     * @throws InputProblem if one cannot be read, or they have no common grid or different bands
     */
    static RasterMosaic open(List<Path> files) {
        List<Dataset> parts = new ArrayList<>();
        try {
            for (Path file : files) {
                parts.add(RasterFormat.of(file).open(file));
            }
            return new RasterMosaic(joined(files, parts), parts);
        } catch (RuntimeException fault) {
            parts.forEach(Dataset::delete);
            throw fault;
        }
    }

    private static Dataset joined(List<Path> files, List<Dataset> parts) {
        BandLayout first = BandLayout.of(parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            BandLayout other = BandLayout.of(parts.get(i));
            if (!other.equals(first)) {
                throw unlike(
                        "%s has %s, but %s has %s".formatted(files.get(0), first.words(), files.get(i), other.words()));
            }
        }
        MapMosaic mosaic = MapMosaic.of(parts.stream().map(Placement::grid).toList());
        requireNorthUp(mosaic.grid());
        boolean marksGaps = !first.marksNodata() && !isFilled(mosaic, parts);
        Dataset whole = gdal.BuildVRT(
                "", parts.toArray(Dataset[]::new), new BuildVRTOptions(marksGaps ? words("-addalpha") : words()));
        requireAll(whole, mosaic, parts);
        whole.SetGeoTransform(mosaic.grid().transform().orElseThrow());
        first.describe(whole);
        return whole;
    }

    private static Vector<String> words(String... words) {
        return new Vector<>(List.of(words));
    }

    /** GDAL builds virtual rasters of no others. */
    private static void requireNorthUp(GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        if (t[2] != 0 || t[4] != 0 || t[1] <= 0 || t[5] >= 0) {
            throw unlike("their rows do not run from west to east and from north to south");
        }
    }

    /** Whether the parts leave no gap for certain: they do not overlap and have all pixels of the whole. */
    private static boolean isFilled(MapMosaic mosaic, List<Dataset> parts) {
        long pixels = 0;
        List<Rectangle> seen = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Rectangle part = new Rectangle(
                    mosaic.columns()[i],
                    mosaic.rows()[i],
                    parts.get(i).getRasterXSize(),
                    parts.get(i).getRasterYSize());
            if (seen.stream().anyMatch(part::intersects)) {
                return false;
            }
            seen.add(part);
            pixels += (long) part.width * part.height;
        }
        return pixels == (long) mosaic.grid().width() * mosaic.grid().height();
    }

    /** GDAL leaves out what does not fit, with no more than a warning. */
    private static void requireAll(Dataset whole, MapMosaic mosaic, List<Dataset> parts) {
        if (whole == null
                || whole.getRasterXSize() != mosaic.grid().width()
                || whole.getRasterYSize() != mosaic.grid().height()) {
            throw unlike(Gdal.lastError());
        }
        List<String> used =
                Stream.of(whole.GetFileList().toArray()).map(String::valueOf).toList();
        for (Dataset part : parts) {
            if (!used.contains(part.GetDescription())) {
                throw unlike(part.GetDescription() + " does not fit the others");
            }
        }
    }

    private static InputProblem unlike(String reason) {
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                "The images cannot be merged: " + reason,
                "Merge images of one kind on one grid, north up, and classify others in separate calls");
    }
}
