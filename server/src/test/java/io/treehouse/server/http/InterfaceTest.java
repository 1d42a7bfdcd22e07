package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client of tests fails on. */
class InterfaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nowhere | 200 | application/json | {}",
                "/v1/jobs | 201 | application/json | {}",
                "/v1/jobs | 200 | text/plain | jobs",
                "/v1/jobs | 200 | application/json | {\"jobs\": 3}",
                "/v1/jobs | 200 | application/json | {\"jobs\": [], \"more\": 1}",
                "/v1/jobs | 404 | application/json | {}",
                "/v1/jobs | 404 | application/problem+json | {\"status\": 404}"
            })
    void answersThatAreNotDescribed(String path, int status, String type, String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
            assertThrows(
                    AssertionError.class,
                    () -> new CheckedClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
        } finally {
            server.stop(0);
        }
    }
}
