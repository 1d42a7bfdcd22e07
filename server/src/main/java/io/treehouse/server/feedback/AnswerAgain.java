package io.treehouse.server.feedback;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.inference.classify.PixelFeature;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a version answered to a tile: answers are not kept, but the same tile and version give the same map and the same
 * objects. Thread-safe.
 */
final class AnswerAgain {
    private final VersionSource versions;

    AnswerAgain(VersionSource versions) {
        this.versions = versions;
    }

    /**
     * Something of an answer.
     *
     * @param model NAME@VERSION that gave it
     */
    record Answered<T>(String model, T part) {}

    /** An object of the answer. */
    Answered<PixelFeature> object(SentTile tile, Optional<ModelId> model, String id) {
        TileClassification answer = classify(tile, model, TileOutputs.NONE.withObjectsListed());
        PixelFeature object = answer.objectList().stream()
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new InputProblem(
                                Kind.NOT_FOUND,
                                "The answer of %s to this tile has no object '%s'.".formatted(name(answer), id),
                                "Name the version that made the answer in 'model', and send the tile with the same parameters."));
        return new Answered<>(name(answer), object);
    }

    /** The class map of the answer. */
    Answered<ClassMapReader> classMap(SentTile tile, Optional<ModelId> model) {
        try {
            Path file = Files.createTempFile("treehouse-classes-", ".tif");
            try {
                TileClassification answer =
                        classify(tile, model, new TileOutputs(Optional.of(file), false, Optional.empty()));
                return new Answered<>(name(answer), ClassMapReader.read(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private TileClassification classify(SentTile tile, Optional<ModelId> model, TileOutputs outputs) {
        try (Lease lease = model.map(versions::lease).orElseGet(versions::lease)) {
            return lease.classifier()
                    .classify(
                            new TileRequest(tile.file(), tile.options(), tile.maxPixels(), null, null, outputs),
                            WindowProgress.NONE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stopped before the tile was done", stopped);
        }
    }

    private static String name(TileClassification answer) {
        return answer.model().name() + "@" + answer.model().version();
    }
}
