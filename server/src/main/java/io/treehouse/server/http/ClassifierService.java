package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.RasterOptionsParser;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiles classified by the version that serves, or the one that the parameter {@code model} names. Thread-safe. */
public final class ClassifierService implements TileService {
    private static final int MAXIMUM_ID_LENGTH = 200;

    private final VersionSource versions;

    /** @param versions stay open; whoever opened them closes them */
    public ClassifierService(VersionSource versions) {
        this.versions = versions;
    }

    @Override
    public Object classify(TileOrder request, WindowProgress progress) {
        Map<String, String> raster = new HashMap<>(request.parameters());
        String id = checkedId(raster.remove("id"));
        String date = checkedDate(raster.remove("date"));
        raster.remove("layer");
        boolean listed = isListed(raster.remove("objects"));
        String model = raster.remove("model");
        try (Lease lease = model == null ? versions.lease() : versions.lease(ModelId.parse(model))) {
            return lease.classifier()
                    .classify(
                            new TileRequest(
                                    List.of(request.image()),
                                    RasterOptionsParser.parse(raster),
                                    request.maxPixels(),
                                    id,
                                    date,
                                    listed ? request.outputs().withObjectsListed() : request.outputs(),
                                    request.zones(),
                                    request.sample()),
                            progress);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(
                    503, "stopping", "Stopping", "The server stopped before the tile was done.", "Send it again."));
        }
    }

    /** That of the version that serves: no other is opened for it. */
    @Override
    public Optional<ModelErrors> errors(String model) {
        try (Lease lease = versions.lease()) {
            ServedModel served = lease.classifier().model();
            return model.equals(served.name() + " " + served.version())
                    ? lease.classifier().errors()
                    : Optional.empty();
        }
    }

    /** The caller's date of the imagery, checked; null stays null. */
    public static String checkedDate(String date) {
        try {
            return date == null ? null : LocalDate.parse(date).toString();
        } catch (DateTimeException fault) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The parameter date cannot be '" + date + "': it is no day of the form YYYY-MM-DD",
                    "Give a date such as 2024-06-30",
                    fault);
        }
    }

    private static boolean isListed(String objects) {
        if (objects != null && !objects.equals("pixels")) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The parameter objects cannot be '" + objects + "'",
                    "Give objects=pixels for a list of the objects in pixels, or leave it out");
        }
        return objects != null;
    }

    /** The caller's name of a tile, checked; null stays null. */
    static String checkedId(String id) {
        if (id != null && id.length() > MAXIMUM_ID_LENGTH) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The parameter id has " + id.length() + " characters",
                    "Give at most " + MAXIMUM_ID_LENGTH);
        }
        return id;
    }
}
