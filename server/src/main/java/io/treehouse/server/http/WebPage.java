package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page at {@code /}: files that {@code scripts/build-web.sh} built from {@code server/web} and that stand in the jar,
 * and the scene that ships as an example. Thread-safe.
 */
final class WebPage {
    /** Where the page's own files are. */
    static final String FOLDER = "/web/";
    /** The scene to try the page with. */
    static final String EXAMPLE = "/web/virginia_naip_1m_rgbn.tif";

    /**
     * Everything comes from this server, nothing is evaluated, nobody may frame it. MapLibre makes pictures from bytes
     * (blob:) and has those of its buttons in its style sheet (data:).
     */
    static final String POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "maplibre-worker.js", "text/javascript; charset=utf-8",
            "style.css", "text/css; charset=utf-8");

    private final Map<String, PackedFile> files = new LinkedHashMap<>();

    WebPage() {
        TYPES.forEach((name, type) -> files.put(name, PackedFile.of(FOLDER + name, type)));
    }

    void register(RoutesConfig routes) {
        routes.get("/", files.get("index.html")::send);
        files.forEach((name, file) -> routes.get(FOLDER + name, file::send));
        routes.get(EXAMPLE, WebPage::sendExample);
    }

    /** What every answer says to a browser. */
    static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    private static void sendExample(Context context) throws IOException {
        Path scene = Path.of(System.getProperty("treehouse.home", "."), "datasets/scenes/virginia_naip_1m_rgbn.tif");
        if (!Files.exists(scene)) {
            throw new ProblemException(Problem.of(
                    404,
                    "not-found",
                    "Not found",
                    "This server was installed without its example scene.",
                    "Send a tile of your own."));
        }
        context.contentType("image/tiff");
        TileHandler.send(context, scene);
    }
}
