package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.ModelVersion;
import io.treehouse.model.registry.RegistryState;
import io.treehouse.model.registry.VersionDiff;
import io.treehouse.server.models.ListedModel;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.VersionDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths below {@code /v1/models}: who may read and who may change is up to {@link AccessGuard}. */
final class ModelRoutes {
    /** Path of one version. */
    static final String VERSION = "/v1/models/{id}";

    private static final QueryParameter REASON = QueryParameter.of("reason", "Why, in words, for the history");
    private static final QueryParameter PARENT =
            QueryParameter.of("parent", "NAME@VERSION of the version that its training started from");

    /** What each change takes. */
    static final List<QueryParameter> OF_CHANGES = List.of(Sender.BY, REASON);

    /** What the addition of a version takes. */
    static final List<QueryParameter> OF_ADDITIONS = List.of(Sender.BY, REASON, PARENT);

    private final ModelRegistry registry;
    private final ServedVersions versions;
    private final long maxBodyBytes;

    ModelRoutes(ModelService service, long maxBodyBytes) {
        this.registry = service.registry();
        this.versions = service.versions();
        this.maxBodyBytes = maxBodyBytes;
    }

    void register(RoutesConfig routes) {
        routes.get("/v1/models", context -> context.json(list()));
        routes.get(VERSION, context -> context.json(details(id(context, "id"))));
        routes.get(
                VERSION + "/diff/{other}",
                context -> context.json(
                        VersionDiff.of(registry.bundle(id(context, "id")), registry.bundle(id(context, "other")))));
        routes.post("/v1/models", this::add);
        routes.post(VERSION + "/promote", context -> changed(context, promote(id(context, "id"), change(context))));
        routes.post(
                VERSION + "/retire", context -> changed(context, registry.retire(id(context, "id"), change(context))));
        routes.post("/v1/models/rollback", context -> changed(context, registry.rollBack(change(context))));
        routes.delete(VERSION, this::delete);
    }

    private VersionDetails details(ModelId id) {
        return VersionDetails.of(registry, id, versions.traffic().drift(id));
    }

    private ModelList list() {
        RegistryState state = registry.state();
        return new ModelList(ListedModel.all(state, versions), state.damage());
    }

    private void add(Context context) throws IOException {
        Map<String, String> parameters = QueryParameter.read(context, OF_ADDITIONS);
        Change change = change(context, parameters);
        Optional<ModelId> parent =
                Optional.ofNullable(parameters.get(PARENT.name())).map(ModelId::parse);
        try (RequestFolder folder = new RequestFolder()) {
            Path bundle = folder.resolve("bundle.zip");
            LimitedCopy.copy(context.req().getInputStream(), bundle, maxBodyBytes);
            context.status(201);
            changed(context, addInTheSendersWords(bundle, parent, change));
        }
    }

    /** The sender knows the file as the bundle, and not where it lay on the server. */
    private ModelVersion addInTheSendersWords(Path bundle, Optional<ModelId> parent, Change change) {
        try {
            return registry.add(bundle, parent, change);
        } catch (InputProblem problem) {
            String detail = problem.getMessage().replace(bundle + " ", "");
            throw new InputProblem(problem.kind(), detail, problem.remedy(), problem);
        }
    }

    /** Loads the version before it is promoted: one that cannot serve is refused, and nothing changes. */
    private ModelVersion promote(ModelId id, Change change) {
        versions.lease(id).close();
        return registry.promote(id, change);
    }

    private void delete(Context context) {
        registry.delete(id(context, "id"), change(context));
        versions.follow();
        context.status(204);
    }

    /** Answers with the version as it is now, once the server has followed. */
    private void changed(Context context, ModelVersion version) {
        versions.follow();
        context.json(list().models().stream()
                .filter(model -> model.sha256().equals(version.facts().sha256()))
                .findFirst()
                .orElseThrow());
    }

    private static ModelId id(Context context, String name) {
        return ModelId.parse(context.pathParam(name));
    }

    /** Who wants the change, and why. */
    private static Change change(Context context) {
        return change(context, QueryParameter.read(context, OF_CHANGES));
    }

    private static Change change(Context context, Map<String, String> parameters) {
        return new Change(Sender.inWords(context), parameters.getOrDefault(REASON.name(), ""));
    }
}
