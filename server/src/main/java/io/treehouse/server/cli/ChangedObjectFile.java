package io.treehouse.server.cli;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.inference.objects.MapObject;
import io.treehouse.inference.objects.ObjectShaper;
import io.treehouse.inference.objects.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of objects that went or came; nothing is written where none is wanted. Belongs to one thread. */
final class ChangedObjectFile implements AutoCloseable {
    private static final List<FeatureField> FIELDS = List.of(
            text("class", "building, tree_crown, water_body or built_up_area"),
            text("change", "lost: only in the first state; gained: only in the second"),
            number("areaM2", "m2", "Ground area of its pixels"),
            new FeatureField("touchesEdge", Type.FLAG, "", "Whether it may go on beyond the compared ground"));

    private final Optional<FeatureWriter> writer;
    private final ObjectShaper shaper;

    private ChangedObjectFile(Optional<FeatureWriter> writer, ObjectShaper shaper) {
        this.writer = writer;
        this.shaper = shaper;
    }

    /**
     * Begins the file.
     *
     * @param file null if none is wanted
     * @param map the map whose grid the objects' pixels are of
     * @param metadata what the objects were found in
     */
    static ChangedObjectFile create(Path file, PlacedClassMap map, Map<String, String> metadata) throws IOException {
        ObjectShaper shaper = new ObjectShaper(map.grid(), map.sampling());
        if (file == null) {
            return new ChangedObjectFile(Optional.empty(), shaper);
        }
        if (map.crs().isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_GEOREFERENCED,
                    "The first map is not georeferenced, so its objects have no place on Earth",
                    "Leave --changed-objects out");
        }
        Files.deleteIfExists(file);
        FeatureWriter writer =
                FeatureWriter.create(VectorFiles.format(file), file, "changed_objects", map.grid(), FIELDS, metadata);
        return new ChangedObjectFile(Optional.of(writer), shaper);
    }

    /** Writes an object; {@code came} says whether it came or went. */
    void write(Region region, boolean came) {
        if (writer.isEmpty()) {
            return;
        }
        MapObject object = shaper.shape(region);
        String change = came ? "gained" : "lost";
        writer.get()
                .write(new VectorFeature(
                        change + "_" + object.id(),
                        object.outline(),
                        object.position(),
                        Map.of(
                                "class",
                                region.kind().label(),
                                "change",
                                change,
                                "areaM2",
                                region.areaM2(),
                                "touchesEdge",
                                region.touchesEdge())));
    }

    /** Completes the file. */
    void finish() {
        writer.ifPresent(FeatureWriter::finish);
    }

    @Override
    public void close() {
        writer.ifPresent(FeatureWriter::close);
    }
}
