package io.treehouse.server.web;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.http.ClassifierService;
import io.treehouse.server.http.ModelService;
import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.http.Services;
import io.treehouse.server.http.TreehouseServer;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server with the model that ships, for tiles and jobs. */
final class ShippedModelServer implements AutoCloseable {
    private static final long GIB = 1 << 30;

    private final ServedVersions versions;
    private final Store store;
    private final Jobs jobs;
    private final TreehouseServer server;

    ShippedModelServer(Path folder) {
        ModelRegistry registry = ModelRegistry.at(folder.resolve("registry"));
        versions = ServedVersions.open(
                registry,
                (bundle, observer) -> TileClassifier.open(bundle, EngineOptions.defaults(), "test", observer),
                1);
        store = new Store(StoreSettings.embedded(folder.resolve("home")));
        jobs = new Jobs(
                store, new JobSettings(folder.resolve("jobs"), GIB, 3, Duration.ofDays(1), Optional.empty()), versions);
        server = TreehouseServer.start(
                ServerOptions.defaults().onPort(0),
                Services.of(new ClassifierService(versions))
                        .with(new ModelService(registry, versions))
                        .with(jobs));
    }

    /** The address of its page. */
    String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
        store.close();
        versions.close();
    }
}
