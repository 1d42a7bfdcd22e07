package io.treehouse.server.cli;

import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.http.Access;
import io.treehouse.server.http.ClassifierService;
import io.treehouse.server.http.ModelService;
import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.http.Services;
import io.treehouse.server.http.TreehouseServer;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.models.ClassifierOpener;
import io.treehouse.server.models.RegistryFollower;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treehouse serve}: the HTTP server, until it is told to stop. */
@Command(name = "serve", description = "Starts the HTTP server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long MIB = 1 << 20;
    private static final Duration FOLLOW_INTERVAL = Duration.ofSeconds(1);

    @Mixin
    private ModelOptions model;

    @Mixin
    private HomeOptions home;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--max-body-mib",
            defaultValue = "512",
            description = "Largest request body in MiB. Default: ${DEFAULT-VALUE}.")
    private long maxBodyMib;

    @Option(
            names = "--max-pixels",
            defaultValue = "67108864",
            description = "Most pixels of a tile. Default: ${DEFAULT-VALUE} (8192 × 8192).")
    private long maxPixels;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description = "Longest time of a request in seconds, the wait for its turn included; jobs have none."
                    + " Default: ${DEFAULT-VALUE}.")
    private long deadlineSeconds;

    @Option(
            names = "--extra-versions",
            defaultValue = "1",
            description = "Most versions kept open beside the one that serves, for requests that name one."
                    + " Default: ${DEFAULT-VALUE}.")
    private int extraVersions;

    @Mixin
    private AccessOptions access;

    @Mixin
    private JobOptions jobOptions;

    @Mixin
    private WorkshopOptions retrainings;

    @Override
    public Integer call() throws InterruptedException, IOException {
        ServerOptions defaults = ServerOptions.defaults();
        ServerOptions options = new ServerOptions(
                        host, port, maxBodyMib * MIB, maxPixels, defaults.concurrentTiles(), defaults.patience())
                .within(Duration.ofSeconds(deadlineSeconds));
        if ("root".equals(System.getProperty("user.name"))) {
            LOG.warn("Serving as root: a fault in reading images would have all rights; use an account of its own");
        }
        ModelRegistry registry = model.choice().registry();
        Access whom = access.access(options, registry);
        JobSettings settings = jobOptions.settings(home.folder());
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Store store = new Store(home.store());
                ServedVersions versions = open(registry);
                Jobs jobs = new Jobs(store, settings, versions);
                RegistryFollower follower = new RegistryFollower(registry, versions, FOLLOW_INTERVAL);
                Workshop workshop = retrainings.open(store, home.folder(), registry)) {
            TreehouseServer server = TreehouseServer.start(
                    options,
                    Services.of(new ClassifierService(versions))
                            .with(new ModelService(registry, versions))
                            .with(new FeedbackShelf(store, home.folder()))
                            .with(jobs)
                            .with(workshop)
                            .with(whom)
                            .with(access.shares(store, home.folder())));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopping, closed), "stop"));
            greet(versions.serving(), server.port());
            workshop.begin();
            stopping.await();
        }
        closed.countDown();
        return 0;
    }

    /** A model that was named serves until the end; otherwise the registry decides, and may change its mind. */
    private ServedVersions open(ModelRegistry registry) {
        ClassifierOpener opener = (bundle, observer) ->
                TileClassifier.open(bundle, model.engines(), ModelOptions.PROGRAM_VERSION, observer);
        return model.choice().named().isPresent()
                ? ServedVersions.pinned(model.bundle(), registry, opener, extraVersions)
                : ServedVersions.open(registry, opener, extraVersions);
    }

    private void greet(ServedModel served, int listening) {
        LOG.info(
                "Model {} {} on {} ({}, {}), {} workers",
                served.name(),
                served.version(),
                served.engine(),
                served.precision(),
                served.instructionSet(),
                served.workers());
        LOG.info("Ready at http://{}:{}", host, listening);
        LOG.info(
                "Try: curl --data-binary @datasets/scenes/virginia_naip_1m_rgbn.tif http://{}:{}/v1/tiles",
                host,
                listening);
    }

    /**
     * Finishes the requests in work, then lets the main thread close the engines before the JVM ends. It cannot wait for
     * that thread to end: leaving main, it waits for this hook.
     */
    private static void stop(TreehouseServer server, CountDownLatch stopping, CountDownLatch closed) {
        LOG.info("Stopping: requests in work are finished first");
        server.close();
        stopping.countDown();
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
