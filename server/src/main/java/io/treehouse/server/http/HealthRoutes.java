package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /health/live}: whether restarting the process would help. {@code /health/ready}: whether a tile that is sent now
 * can be answered.
 */
final class HealthRoutes {
    private static final long LEAST_FREE_BYTES = 64L << 20;

    void register(RoutesConfig routes) {
        routes.get("/health/live", context -> answer(context, live()));
        routes.get("/health/ready", context -> answer(context, ready()));
    }

    private static void answer(Context context, Health health) {
        context.status(health.isGood() ? 200 : 503).json(health);
    }

    private static Health live() {
        long[] stuck = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return stuck == null
                ? new Health("live", List.of())
                : new Health("stuck", List.of(stuck.length + " threads wait for each other for ever"));
    }

    private static Health ready() {
        List<String> problems = new ArrayList<>();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (!Files.isWritable(folder)) {
                problems.add("The folder of temporary files cannot be written to");
            } else if (free < LEAST_FREE_BYTES) {
                problems.add("The folder of temporary files has %d MiB left; tiles need at least %d"
                        .formatted(free >> 20, LEAST_FREE_BYTES >> 20));
            }
        } catch (IOException gone) {
            problems.add("The folder of temporary files is gone");
        }
        return new Health(problems.isEmpty() ? "ready" : "not_ready", problems);
    }
}
