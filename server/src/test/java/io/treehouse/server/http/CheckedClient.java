package io.treehouse.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The client of tests: every answer that it gets must be one that the OpenAPI document describes. */
public final class CheckedClient extends HttpClient {
    private final Interface described;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    /** A client of the whole program. */
    public CheckedClient() {
        this(Interface.ofThisProgram());
    }

    private CheckedClient(Interface described) {
        this.described = described;
    }

    /** A client of a server with {@link FakeTiles}, whose answers for tiles are no classifications. */
    static CheckedClient ofFakeTiles() {
        return new CheckedClient(Interface.ofThisProgram()
                .withoutSchemaOf("post /v1/tiles", "put " + ResultRoutes.RESULT, "get " + ResultRoutes.RESULT));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return described.checked(client.send(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(request, handler).thenApply(this::checked);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return client.sendAsync(request, handler, pushes).thenApply(this::checked);
    }

    private <T> HttpResponse<T> checked(HttpResponse<T> response) {
        try {
            return described.checked(response);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
