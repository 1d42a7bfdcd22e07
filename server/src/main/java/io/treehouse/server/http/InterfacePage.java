package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** {@code /docs}: the OpenAPI document for people to read, by Swagger UI out of its jar, so that no network is needed. */
final class InterfacePage {
    static final String PATH = "/docs";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, PackedFile> files = new LinkedHashMap<>();

    InterfacePage() {
        String library = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        files.put(PATH, PackedFile.of("docs/index.html", HTML));
        files.put(PATH + "/start.js", PackedFile.of("docs/start.js", SCRIPT));
        files.put(PATH + "/swagger-ui.css", PackedFile.of(library + "swagger-ui.css", STYLE));
        files.put(PATH + "/swagger-ui-bundle.js", PackedFile.of(library + "swagger-ui-bundle.js", SCRIPT));
    }

    private static String version() {
        try (InputStream in =
                InterfacePage.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void register(RoutesConfig routes) {
        files.forEach((path, file) -> routes.get(path, file::send));
    }
}
