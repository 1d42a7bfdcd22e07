package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.inference.objects.MapObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file of a tile's objects, written object by object. Belongs to one thread. */
final class ObjectFile implements AutoCloseable {
    private static final String LAYER = "objects";

    private final StagedFile staged;
    private final FeatureWriter writer;
    private final TileRequest request;

    ObjectFile(
            Path target,
            FeatureFormat format,
            TileRequest request,
            GridReference grid,
            Map<String, String> metadata,
            Optional<Path> stagingFolder) {
        this.request = request;
        staged = new StagedFile(target, stagingFolder, "." + format.extension());
        writer = FeatureWriter.create(format, staged.path(), LAYER, grid, ObjectProperties.FIELDS, metadata);
    }

    void write(MapObject object) {
        writer.write(new VectorFeature(
                object.id(), object.outline(), object.position(), ObjectProperties.of(object, request)));
    }

    /** Completes the file and lets it appear. */
    void publish() {
        writer.finish();
        staged.publish();
    }

    @Override
    public void close() {
        writer.close();
        staged.close();
    }
}
