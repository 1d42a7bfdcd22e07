package io.treehouse.inference.classify;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.inference.objects.CrownSettings;
import io.treehouse.inference.objects.MapObject;
import io.treehouse.inference.objects.ObjectExtractor;
import io.treehouse.inference.objects.ObjectShaper;
import io.treehouse.inference.objects.ObjectTotal;
import io.treehouse.inference.objects.ObjectTotals;
import io.treehouse.inference.objects.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The objects of a tile: always counted, and where it is asked for written to files or listed while the rows come.
 * Belongs to one thread.
 */
final class TileObjects implements ClassRowSink, AutoCloseable {
    /** What a list of objects with all their corners takes where trees and houses stand close. */
    private static final long LISTED_BYTES_PER_PIXEL = 9;

    private final TileRequest request;
    private final Consumer<Region> listener;
    private final ObjectTotals totals;
    private final ObjectShaper shaper;
    private final ObjectExtractor extractor;
    private final List<ObjectFile> files = new ArrayList<>();
    private final Optional<List<PixelFeature>> list;

    /**
     * @param metadata what the files say of their making
     * @param stagingFolder where the files are while they are unfinished
     * @param listener is told each object too
     * @throws InputProblem if files are wanted and the tile is not georeferenced
     */
    TileObjects(
            TileRequest request,
            Raster tile,
            Map<String, String> metadata,
            Optional<Path> stagingFolder,
            Consumer<Region> listener) {
        this.request = request;
        this.listener = listener;
        ObjectOutputs outputs = request.outputs().objects();
        requirePlace(outputs, tile);
        totals = new ObjectTotals(tile.pixelAreas().isPresent());
        shaper = new ObjectShaper(tile.grid(), tile.groundSampling());
        extractor = new ObjectExtractor(
                tile.width(),
                tile.height(),
                tile.groundSampling(),
                tile.pixelAreas(),
                CrownSettings.DEFAULT,
                this::accept);
        list = outputs.listed() ? Optional.of(new ArrayList<>()) : Optional.empty();
        outputs.files()
                .forEach((format, target) ->
                        files.add(new ObjectFile(target, format, request, tile.grid(), metadata, stagingFolder)));
    }

    /** Refuses a file of objects of a tile that has no place. */
    static void requirePlace(ObjectOutputs outputs, Raster tile) {
        if (!outputs.files().isEmpty() && tile.crs().isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_GEOREFERENCED,
                    "The tile is not georeferenced, so its objects have no place on Earth",
                    "Give bbox and crs, or ask for JSON, which lists objects in pixels with objects=pixels");
        }
    }

    /** Memory in bytes that they take on the Java heap. */
    static long heapBytes(ObjectOutputs outputs, Raster tile) {
        long found =
                ObjectExtractor.heapBytes(tile.width(), tile.height(), tile.groundSampling(), CrownSettings.DEFAULT);
        return outputs.listed() ? found + LISTED_BYTES_PER_PIXEL * tile.width() * tile.height() : found;
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        extractor.rows(firstRow, rows, classes, confidence);
    }

    private void accept(Region region) {
        totals.accept(region);
        listener.accept(region);
        if (!files.isEmpty() || list.isPresent()) {
            MapObject object = shaper.shape(region);
            files.forEach(open -> open.write(object));
            list.ifPresent(objects -> objects.add(PixelFeature.of(object, request)));
        }
    }

    /** Totals of all classes of objects by their published names. */
    Map<String, ObjectTotal> totals() {
        return totals.byLabel();
    }

    /** All objects in the tile's pixels; null unless asked for. */
    List<PixelFeature> list() {
        return list.orElse(null);
    }

    /** Completes the files and lets them appear. */
    void publish() {
        files.forEach(ObjectFile::publish);
    }

    @Override
    public void close() {
        files.forEach(ObjectFile::close);
    }
}
