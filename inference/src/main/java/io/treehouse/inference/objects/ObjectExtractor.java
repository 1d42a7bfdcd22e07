package io.treehouse.inference.objects;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelAreas;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the objects of a class map while its rows come, and hands each on as soon as no further row can change it. The
 * objects and their order follow from the map alone, however its rows were grouped. Memory is bounded by the map's width
 * and the runs of the objects that are still open. Not thread-safe.
 */
public final class ObjectExtractor implements ClassRowSink {
    private static final long OPEN_OBJECTS_BYTES_PER_PIXEL = 1;

    /** Objects that stay open over more rows are few, or nothing but long: their runs are no more than those of others. */
    private static final int OPEN_ROWS = 1 << 13;

    private final int width;
    private final ClassRuns runs;
    private final List<ComponentScanner> components;
    private final CrownScanner crowns;

    /**
     * @param width columns of the map
     * @param height rows of the map
     * @param sampling size of a pixel on the ground, or the size that is assumed
     * @param areas ground area of the pixels; empty if unknown
     * @param settings how canopy is split into crowns
     * @param sink receives the objects' pixels, on the thread that brings the rows
     * @throws InputProblem if the map is too wide or too high
     */
    public ObjectExtractor(
            int width,
            int height,
            GroundSampling sampling,
            Optional<PixelAreas> areas,
            CrownSettings settings,
            Consumer<Region> sink) {
        requireSize(width, height);
        this.width = width;
        runs = new ClassRuns(width);
        components = List.of(ObjectClass.BUILDING, ObjectClass.WATER_BODY, ObjectClass.BUILT_UP_AREA).stream()
                .map(kind -> new ComponentScanner(kind, width, height, areas, minimumPixels(kind, sampling), sink))
                .toList();
        crowns = new CrownScanner(
                width, height, sampling, areas, settings, minimumPixels(ObjectClass.TREE_CROWN, sampling), sink);
    }

    /**
     * Memory in bytes on the Java heap that finding objects takes: strips of the map exactly, and for open objects what
     * maps of towns and woods need.
     */
    public static long heapBytes(int width, int height, GroundSampling sampling, CrownSettings settings) {
        return CrownScanner.heapBytes(width, height, sampling, settings)
                + OPEN_OBJECTS_BYTES_PER_PIXEL * width * Math.min(height, OPEN_ROWS);
    }

    private static void requireSize(int width, int height) {
        if (width > PixelRegion.MAXIMUM_WIDTH || height > PixelRegion.MAXIMUM_HEIGHT) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The picture has %d × %d pixels; objects are found in up to %d × %d"
                            .formatted(width, height, PixelRegion.MAXIMUM_WIDTH, PixelRegion.MAXIMUM_HEIGHT),
                    "Cut it into tiles");
        }
    }

    private static long minimumPixels(ObjectClass kind, GroundSampling sampling) {
        // A hair less, so that a figure such as 40 × 0.25 m² reaches 10 m² in spite of rounding.
        return Math.max(1, (long) Math.ceil(kind.minimumM2() / (sampling.xMetres() * sampling.yMetres()) - 1e-6));
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        for (int row = 0; row < rows; row++) {
            runs.find(classes, row * width);
            MapRow next = new MapRow(firstRow + row, width, classes, confidence, row * width, runs);
            components.forEach(scanner -> scanner.row(next));
            crowns.row(next);
        }
    }
}
