package io.treehouse.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.server.store.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that can go wrong, in a handler or below it, into a problem document. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final ObjectMapper json;

    Errors(ObjectMapper json) {
        this.json = json;
    }

    /** Registers what handlers throw and what Javalin answers itself. */
    void register(RoutesConfig routes) {
        routes.exception(InputProblem.class, (problem, context) -> send(context, Problem.of(problem)));
        routes.exception(
                MemoryBusyException.class, (busy, context) -> send(context, Problem.busy(busy.getMessage() + ".")));
        routes.exception(
                StoreUnavailableException.class,
                (lost, context) -> send(context, Problem.storeUnavailable(lost.getMessage())));
        routes.exception(ProblemException.class, (problem, context) -> send(context, problem.problem()));
        routes.exception(
                UnsupportedCharsetException.class,
                (unknown, context) -> refuseCharset(context, unknown, unknown.getCharsetName()));
        routes.exception(
                IllegalCharsetNameException.class,
                (none, context) -> refuseCharset(context, none, none.getCharsetName()));
        routes.exception(Exception.class, (fault, context) -> send(context, logged(fault)));
        routes.exception(HttpResponseException.class, this::send);
    }

    /** Jetty throws it when a handler asks for the type of the body, before anybody has read that. */
    private void refuseCharset(Context context, Exception fault, String charset) {
        if (!Objects.requireNonNullElse(context.header("Content-Type"), "").contains(charset)) {
            send(context, logged(fault));
            return;
        }
        UnreadBody.discard(context.req());
        send(
                context,
                Problem.of(new InputProblem(
                        Kind.UNSUPPORTED_FORMAT,
                        "The Content-Type names the character set '" + charset + "', which there is not.",
                        "Leave the character set out: images and JSON need none.")));
    }

    private static Problem logged(Exception fault) {
        Problem problem = Problem.internal();
        LOG.error("{}", problem.instance(), fault);
        return problem;
    }

    /** What Javalin throws itself: no such path, or a path without this method. */
    private void send(HttpResponseException refusal, Context context) {
        String methods = refusal.getDetails().get("availableMethods");
        if (methods != null) {
            context.header("Allow", methods);
        }
        send(context, ofStatus(refusal.getStatus(), context.method() + " " + context.path()));
    }

    private void send(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            return;
        }
        LOG.info("{} {} {}: {}", problem.status(), context.method(), context.path(), problem.detail());
        if (problem.status() == 503) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        context.status(problem.status())
                .contentType(Problem.MEDIA_TYPE)
                .result(bytes(problem.of(RequestId.of(context))));
    }

    /** Answers what never reaches a handler: malformed requests, and faults of the HTTP layer. */
    boolean handle(Request request, Response response, Callback callback) {
        Object status = request.getAttribute(ErrorHandler.ERROR_STATUS);
        Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        int code = status instanceof Integer given ? given : HttpStatus.INTERNAL_SERVER_ERROR_500;
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Problem problem = ofStatus(code, String.valueOf(message)).of(RequestId.of(response));
        response.write(true, ByteBuffer.wrap(bytes(problem)), callback);
        return true;
    }

    private static Problem ofStatus(int status, String detail) {
        String title = HttpStatus.getMessage(status);
        return Problem.of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail, remedy(status));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 404 -> "GET /openapi.json lists what there is.";
            case 405 -> "Use a method that the Allow header names.";
            case 503 -> "The server is stopping; send the request to another, or later.";
            default -> status >= 500 ? "Try again later." : "Send a well-formed HTTP/1.1 request.";
        };
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
