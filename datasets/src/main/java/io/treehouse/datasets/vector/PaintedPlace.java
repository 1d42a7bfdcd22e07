package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.CrsName;
import io.treehouse.datasets.raster.GridReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which pixels of a grid a place covers that somebody pointed at. */
public final class PaintedPlace {
    private static final String WGS_84 = "EPSG:4326";

    private PaintedPlace() {}

    /**
     * The pixels whose centres lie in a polygon, or within a distance from the pixel that a point lies in.
     *
     * @param geometry text of a GeoJSON geometry: Point, Polygon or MultiPolygon
     * @param crs CRS of its coordinates, such as {@code EPSG:2056}, easting or longitude first; empty if they are pixels
     *     from the top left corner, x to the right and y down
     * @param grid the grid; georeferenced if a CRS is given
     * @param radiusPixels how far around a point
     * @return indices {@code row · width + column}; empty if the place lies beside the grid
     */
    public static BitSet pixels(String geometry, Optional<String> crs, GridReference grid, double radiusPixels) {
        GridReference target = crs.isPresent()
                ? grid
                : new GridReference(grid.width(), grid.height(), Optional.empty(), Optional.empty(), false);
        BitSet painted = painted(document(geometry, crs), target);
        boolean isPoint = geometry.contains("\"Point\"");
        return isPoint ? grown(painted, grid, radiusPixels) : painted;
    }

    private static String document(String geometry, Optional<String> crs) {
        String reference = crs.filter(name -> !name.equals(WGS_84))
                .map(PaintedPlace::checked)
                .map(name -> "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},".formatted(name))
                .orElse("");
        return "{\"type\":\"FeatureCollection\",%s\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":%s}]}"
                .formatted(reference, geometry);
    }

    private static String checked(String crs) {
        try {
            return CrsName.checked(crs);
        } catch (IllegalArgumentException unknown) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The CRS '" + crs + "' cannot be used: " + unknown.getMessage(),
                    "Give one such as EPSG:2056",
                    unknown);
        }
    }

    private static BitSet painted(String document, GridReference grid) {
        try {
            Path file = Files.createTempFile("treehouse-place-", ".geojson");
            try {
                Files.writeString(file, document);
                byte[] values = PolygonRasteriser.burn(file, "none", List.of(PolygonRasteriser.ANY_OTHER), grid)
                        .values();
                BitSet pixels = new BitSet(values.length);
                for (int i = 0; i < values.length; i++) {
                    pixels.set(i, values[i] != 0);
                }
                return pixels;
            } catch (InputProblem problem) {
                String words = problem.getMessage().replace(file + ": ", "");
                throw new InputProblem(problem.kind(), words, problem.remedy(), problem);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static BitSet grown(BitSet pixels, GridReference grid, double radius) {
        BitSet grown = new BitSet(grid.width() * grid.height());
        int reach = (int) Math.floor(radius);
        pixels.stream().forEach(pixel -> {
            int column = pixel % grid.width();
            int row = pixel / grid.width();
            for (int y = Math.max(0, row - reach); y <= Math.min(grid.height() - 1, row + reach); y++) {
                for (int x = Math.max(0, column - reach); x <= Math.min(grid.width() - 1, column + reach); x++) {
                    if (Math.hypot(x - column, y - row) <= radius) {
                        grown.set(y * grid.width() + x);
                    }
                }
            }
        });
        return grown;
    }
}
