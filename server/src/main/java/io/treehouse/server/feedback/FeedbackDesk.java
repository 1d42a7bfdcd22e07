package io.treehouse.server.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.classify.PixelFeature;
import io.treehouse.inference.objects.ObjectClass;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.VersionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Takes feedback and keeps it with its tiles. Thread-safe. Methods throw {@link InputProblem} if
 * what was sent makes no sense, and {@link io.treehouse.server.store.StoreUnavailableException} without the database.
 */
public final class FeedbackDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WGS_84 = "EPSG:4326";

    private final FeedbackTable table;
    private final TileArchive archive;
    private final AnswerAgain answers;

    /**
     * @param shelf where it is kept
     * @param versions the versions that answer
     */
    public FeedbackDesk(FeedbackShelf shelf, VersionSource versions) {
        table = shelf.table();
        archive = shelf.archive();
        answers = new AnswerAgain(versions);
    }

    /** The JSON Schema of what is said of a place or an object. */
    public static JsonNode schema() {
        return FeedbackDocument.schema();
    }

    /**
     * Takes what somebody says of a place or an object.
     *
     * @param document a JSON document of {@link #schema}
     * @param sent the tile; empty if the document names one that was sent before
     * @param by who says it
     */
    public FeedbackEntry add(JsonNode document, Optional<SentTile> sent, String by) {
        FeedbackDocument said = FeedbackDocument.of(document);
        SentTile tile = sent.orElseGet(() -> known(said));
        try (Raster raster = Raster.open(tile.file(), tile.options(), tile.maxPixels())) {
            FeedbackEntry place = said.object().isPresent() ? object(said, tile, raster) : place(said, raster);
            String id = sent.isPresent()
                    ? archive.add(tile.file(), tile.options(), raster)
                    : said.tile().orElseThrow();
            long pixels = LabelPixels.of(place, raster.grid()).cardinality();
            if (pixels == 0) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "The place lies beside the tile.",
                        "Give coordinates in WGS 84, longitude first, or say their CRS in 'crs'.");
            }
            return keep(place, id, pixels, by);
        }
    }

    private SentTile known(FeedbackDocument said) {
        String id = said.tile()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "The feedback comes without the tile that it is about.",
                        "Send the tile as the form's field 'tile', or name one that was sent before in 'tile'."));
        FeedbackEntry earlier = table.about(id).stream()
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND, "There is no feedback on the tile " + id + ".", "Send the tile itself."));
        return new SentTile(archive.tile(id), RasterOptions.NONE.withGsdMetres(earlier.gsdMetres()), Long.MAX_VALUE);
    }

    private static FeedbackEntry place(FeedbackDocument said, Raster raster) {
        boolean placed = raster.crs().isPresent();
        String crs = said.crs().orElse(placed ? WGS_84 : FeedbackDocument.PIXELS);
        if (!placed && !crs.equals(FeedbackDocument.PIXELS)) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The tile is not georeferenced, so that nothing in " + crs + " can lie on it.",
                    "Give the place in pixels from the top left corner, with 'crs' as 'pixels'.");
        }
        return entry(
                FeedbackEntry.PLACE,
                raster.groundSampling().metres(),
                said.geometry().orElseThrow(),
                crs,
                said,
                null,
                said.classes(surface -> false));
    }

    private FeedbackEntry object(FeedbackDocument said, SentTile tile, Raster raster) {
        AnswerAgain.Answered<PixelFeature> answered =
                answers.object(tile, said.model(), said.object().orElseThrow());
        Predicate<SurfaceClass> taken = takenFor(answered.part());
        return entry(
                FeedbackEntry.OBJECT,
                raster.groundSampling().metres(),
                JSON.valueToTree(answered.part().geometry()),
                FeedbackDocument.PIXELS,
                said,
                answered.model(),
                said.classes(taken));
    }

    private static Predicate<SurfaceClass> takenFor(PixelFeature object) {
        Object label = object.properties().get("class");
        return Arrays.stream(ObjectClass.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .<Predicate<SurfaceClass>>map(kind -> kind::holds)
                .orElseThrow();
    }

    private static FeedbackEntry entry(
            String kind,
            double gsdMetres,
            JsonNode geometry,
            String crs,
            FeedbackDocument said,
            String model,
            ClassSet classes) {
        return new FeedbackEntry(
                null,
                kind,
                null,
                gsdMetres,
                geometry,
                crs,
                said.radiusMetres(),
                said.object().orElse(null),
                Optional.ofNullable(model)
                        .orElse(said.model().map(ModelId::toString).orElse(null)),
                said.wrong().map(SurfaceClass::label).orElse(null),
                labels(classes),
                0,
                said.comment(),
                null,
                null);
    }

    private static List<String> labels(ClassSet classes) {
        return classes.classes().stream().map(SurfaceClass::label).toList();
    }

    /**
     * Takes a class map that somebody corrected.
     *
     * @param tile the tile that it is of
     * @param classes the map on the tile's grid; 255 where nothing is to be learned
     * @param all whether all of it was looked at; otherwise only what differs from the answer of the version counts
     * @param model the version whose map was corrected; empty for the one that serves
     */
    public FeedbackEntry addCorrection(SentTile tile, Path classes, boolean all, Optional<ModelId> model, String by) {
        try (Raster raster = Raster.open(tile.file(), tile.options(), tile.maxPixels())) {
            CorrectedMap corrected = CorrectedMap.read(classes, raster, tile.maxPixels());
            AnswerAgain.Answered<LabelMask> labels = all
                    ? new AnswerAgain.Answered<>(model.map(ModelId::toString).orElse(null), corrected.all())
                    : changes(corrected, tile, model);
            LabelMask mask = labels.part();
            if (mask.known() == 0) {
                throw new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        all
                                ? "The class map holds nothing but nodata."
                                : "The class map does not differ from that of " + labels.model() + ".",
                        "Send the corrected map, or checked=all if you have looked at all of it and it is right.");
            }
            FeedbackEntry entry = new FeedbackEntry(
                    null,
                    FeedbackEntry.CORRECTION,
                    null,
                    raster.groundSampling().metres(),
                    null,
                    null,
                    null,
                    null,
                    labels.model(),
                    null,
                    mask.classes(),
                    0,
                    "",
                    null,
                    null);
            String id = archive.add(tile.file(), tile.options(), raster);
            return keep(entry, id, mask.known(), by, mask);
        }
    }

    private AnswerAgain.Answered<LabelMask> changes(CorrectedMap corrected, SentTile tile, Optional<ModelId> model) {
        var before = answers.classMap(tile, model);
        return new AnswerAgain.Answered<>(
                before.model(), corrected.changedFrom(before.part().classes()));
    }

    private FeedbackEntry keep(FeedbackEntry said, String tile, long pixels, String by, LabelMask mask) {
        String id = UUID.randomUUID().toString();
        Path file = archive.mask(id);
        try {
            mask.write(file);
            return keep(said, id, tile, pixels, by);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (RuntimeException fault) {
            FeedbackShelf.remove(file);
            throw fault;
        }
    }

    private FeedbackEntry keep(FeedbackEntry said, String tile, long pixels, String by) {
        return keep(said, UUID.randomUUID().toString(), tile, pixels, by);
    }

    private FeedbackEntry keep(FeedbackEntry said, String id, String tile, long pixels, String by) {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        FeedbackEntry entry = said.kept(id, tile, pixels, by, now);
        table.add(entry);
        return entry;
    }
}
