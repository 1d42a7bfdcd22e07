package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

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

    private final Map<String, byte[]> compressed = new LinkedHashMap<>();

    WebPage() {
        TYPES.keySet().forEach(name -> compressed.put(name, read(name)));
    }

    void register(RoutesConfig routes) {
        routes.get("/", context -> send(context, "index.html"));
        TYPES.keySet().forEach(name -> routes.get(FOLDER + name, context -> send(context, name)));
        routes.get(EXAMPLE, WebPage::sendExample);
    }

    /** What every answer says to a browser. */
    static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    private void send(Context context, String name) {
        context.contentType(TYPES.get(name))
                .header("Cache-Control", "no-cache")
                .header("Content-Encoding", "gzip")
                .result(compressed.get(name));
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

    private static byte[] read(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = WebPage.class.getResourceAsStream(FOLDER + name);
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The page's file " + name + " cannot be read", unreadable);
        }
        return bytes.toByteArray();
    }
}
