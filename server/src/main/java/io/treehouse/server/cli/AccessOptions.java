package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.DiskShares;
import io.treehouse.server.access.KnownTokens;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.TokenFile;
import io.treehouse.server.http.Access;
import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.store.Store;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Options that say whom a server lets in. */
final class AccessOptions {
    private static final Logger LOG = LoggerFactory.getLogger(AccessOptions.class);

    @Option(names = "--insecure", description = "Ask nobody for a token although other machines may reach the server.")
    private boolean insecure;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Most requests a minute by one token. Default: ${DEFAULT-VALUE}.")
    private int requestsPerMinute;

    @Option(
            names = "--requests-at-once",
            paramLabel = "N",
            defaultValue = "16",
            description = "Most requests of one token in work at the same time. Default: ${DEFAULT-VALUE}.")
    private int requestsAtOnce;

    @Option(
            names = "--disk-gib-each",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Most GiB that one token keeps on the server: jobs with their results, kept tiles, imagery for"
                            + " retrainings, feedback. Default: ${DEFAULT-VALUE}.")
    private long diskGibEach;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "Site whose pages may call this server from a browser, such as https://maps.example.org; may be"
                            + " given more than once. Default: none but its own.")
    private Set<String> origins = Set.of();

    /** On loopback everyone may call; anywhere else the bearers of tokens, which are made at the first start. */
    Access access(ServerOptions options, ModelRegistry registry) {
        origins.forEach(AccessOptions::checkOrigin);
        return callers(options, registry).withOrigins(origins);
    }

    private Access callers(ServerOptions options, ModelRegistry registry) {
        if (options.isOnLoopback()) {
            return Access.open();
        }
        if (insecure) {
            LOG.warn("--insecure: whoever reaches {} may do everything, without a token", options.host());
            return Access.open();
        }
        TokenFile file = file(registry);
        if (!file.exists()) {
            makeFirst(file);
        }
        LOG.info("Callers need a token; 'treehouse tokens list' names those in {}", file.path());
        return Access.byTokens(new KnownTokens(file), limits());
    }

    /** What the bearer of a token may keep below the home folder. */
    DiskShares shares(Store store, Path home) {
        if (diskGibEach < 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "--disk-gib-each cannot be " + diskGibEach, "Give at least 1");
        }
        return new DiskShares(store, home, diskGibEach << 30);
    }

    /** Where the tokens of a registry lie. */
    static TokenFile file(ModelRegistry registry) {
        return new TokenFile(registry.folder().resolve("tokens"));
    }

    private static void checkOrigin(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--allow-origin cannot be '" + origin + "'",
                    "Give scheme, host and port alone, such as https://maps.example.org");
        }
    }

    private CallerLimits limits() {
        if (requestsPerMinute < 1 || requestsAtOnce < 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--requests-per-minute and --requests-at-once cannot be " + requestsPerMinute + " and "
                            + requestsAtOnce,
                    "Give at least 1");
        }
        return new CallerLimits(requestsPerMinute, requestsAtOnce);
    }

    /** To the console and not to the log, which may be kept: the only time that the secrets are seen. */
    private static void makeFirst(TokenFile file) {
        System.out.println("The first tokens of this server. Note them: only their hashes are kept.");
        for (Scope scope : Scope.values()) {
            System.out.printf("  %-9s%s%n", scope.word(), file.add(scope.word(), scope));
        }
        System.out.flush();
    }
}
