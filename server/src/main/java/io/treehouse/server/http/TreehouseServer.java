package io.treehouse.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.monitor.Metrics;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: its routes, and how it starts and stops. Thread-safe. */
public final class TreehouseServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(60);
    /** For all but tiles, and to send tiles away; with those that Jetty takes for itself. */
    private static final int SPARE_THREADS = 48;

    /** More than clients and proxies keep a connection: whoever closes first may cut off a request on its way. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Set<String> ROUTES = Set.of(
            "/v1/tiles",
            "/v1/estimates",
            "/v1/comparisons",
            "/v1/models",
            FeedbackRoutes.FEEDBACK,
            FeedbackRoutes.LABELS,
            FeedbackRoutes.CORRECTIONS,
            JobRoutes.ALL,
            "/v1/retrainings",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json",
            InterfacePage.PATH,
            Contract.PATH,
            WebPage.EXAMPLE,
            "/");

    private static final String MODEL_PATHS = "/v1/models/";
    private static final String JOB_PATHS = JobRoutes.ALL + "/";
    private static final String RESULT_PATHS = "/v1/results/";
    private static final String RETRAINING_PATHS = "/v1/retrainings/";

    private final ServerOptions options;
    private final TileService service;
    private final Optional<ModelService> models;
    private final Optional<FeedbackShelf> feedback;
    private final Optional<JobRoutes> jobs;
    private final Optional<Jobs> scenes;
    private final Optional<RetrainingRoutes> retrainings;
    private final Access access;
    private final ObjectMapper json = new ObjectMapper();
    private final Metrics metrics = new Metrics();
    private final RequestWatch watch;
    private final ResultStore results = new ResultStore();
    private final DiskQuota quota;
    private final Errors errors = new Errors(json);
    private final Javalin javalin;

    private TreehouseServer(ServerOptions options, Services services) {
        this.options = options;
        this.service = new ReportedTiles(services.tiles(), metrics);
        this.models = services.models();
        this.quota = new DiskQuota(services.shares(), results);
        this.jobs = services.jobs().map(open -> new JobRoutes(open, quota));
        this.retrainings = services.workshop().map(open -> new RetrainingRoutes(open, options.maxBodyBytes(), quota));
        this.feedback = services.feedback();
        this.scenes = services.jobs();
        this.access = services.access();
        this.watch = new RequestWatch(options.deadline(), metrics);
        this.javalin = Javalin.create(this::configure);
    }

    /** Starts a server of tiles alone. */
    public static TreehouseServer start(ServerOptions options, TileService tiles) {
        return start(options, Services.of(tiles));
    }

    /** Starts a server of tiles and models. */
    public static TreehouseServer start(ServerOptions options, TileService tiles, ModelService models) {
        return start(options, Services.of(tiles).with(models));
    }

    /** Starts a server; it answers when this returns. */
    public static TreehouseServer start(ServerOptions options, Services services) {
        TreehouseServer server = new TreehouseServer(options, services);
        server.javalin.start(options.host(), options.port());
        server.keepConnections();
        return server;
    }

    private void keepConnections() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setIdleTimeout(IDLE.toMillis());
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, finishes those that have begun and stops. */
    @Override
    public void close() {
        jobs.ifPresent(JobRoutes::close);
        retrainings.ifPresent(RetrainingRoutes::close);
        javalin.stop();
        watch.close();
        results.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.jetty.threadPool =
                new QueuedThreadPool(options.concurrentTiles() + options.waitingTiles() + SPARE_THREADS);
        config.jetty.modifyServer(this::prepare);
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(errors::handle));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.requestLogger.http((context, millis) -> {
            metrics.answered(route(context), context.statusCode());
            RequestId.end(context, millis);
        });
        route(config.routes);
    }

    /** The path of a route, or one word for all others: callers must not be able to add series to the metrics. */
    private static String route(Context context) {
        if (ROUTES.contains(context.path())) {
            return context.path();
        }
        if (context.path().startsWith(MODEL_PATHS)) {
            return ModelRoutes.VERSION;
        }
        if (context.path().startsWith(JOB_PATHS)) {
            return JobRoutes.ONE;
        }
        if (context.path().startsWith(RETRAINING_PATHS)) {
            return RetrainingRoutes.ONE;
        }
        if (context.path().startsWith(RESULT_PATHS)) {
            return ResultRoutes.RESULT;
        }
        if (context.path().startsWith(FeedbackRoutes.FEEDBACK + "/")) {
            return FeedbackRoutes.ENTRY;
        }
        return "other";
    }

    private void prepare(Server server) {
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(DRAIN.toMillis());
        server.setErrorHandler(errors::handle);
    }

    private void route(RoutesConfig routes) {
        errors.register(routes);
        routes.before(RequestId::begin);
        routes.before(WebPage::protect);
        routes.before(new OriginGuard(options.isOnLoopback(), access.origins()));
        if (!access.origins().isEmpty()) {
            routes.options("/*", context -> context.status(204));
        }
        access.tokens().ifPresent(tokens -> new AccessGuard(tokens, access.limits()).register(routes));
        new QueryGuard().register(routes);
        Admission tiles = Admission.of(options.concurrentTiles(), options.waitingTiles(), options.patience(), watch);
        metrics.queue(tiles.gate()::waiting, tiles.gate()::working);
        routes.post("/v1/tiles", new TileHandler(service, options, json, metrics, tiles));
        new ResultRoutes(service, options, json, tiles, results, scenes, quota).register(routes);
        routes.post("/v1/estimates", new EstimateHandler(options, json, watch));
        routes.post("/v1/comparisons", new ComparisonHandler(service, options, json, watch));
        routes.get("/openapi.json", context -> context.json(OpenApi.document()));
        routes.get(Contract.PATH, context -> context.json(Contract.index()));
        routes.get(Contract.PATH + "/{name}", new SchemaHandler());
        new WebPage().register(routes);
        new InterfacePage().register(routes);
        jobs.ifPresent(open -> open.register(routes));
        models.ifPresent(registered -> {
            new ModelRoutes(registered, options.maxBodyBytes()).register(routes);
            metrics.follow(registered.versions()::open, registered.versions().traffic());
            feedback.ifPresent(
                    shelf -> new FeedbackRoutes(shelf, registered.versions(), options, quota).register(routes));
        });
        retrainings.ifPresent(open -> open.register(routes));
        new HealthRoutes().register(routes);
        routes.get(
                "/metrics", context -> context.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()));
    }
}
