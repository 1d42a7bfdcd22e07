package io.treehouse.server.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.treehouse.datasets.document.Known;
import io.treehouse.datasets.problem.InputProblem;
import java.util.Locale;
import java.util.UUID;

/**
 * A problem document (RFC 9457): the body of every answer that is an error.
 *
 * @param type URI that names the kind of problem and stays the same between versions
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param detail what is wrong with this request
 * @param instance URI of this occurrence; the server's log names it too
 * @param remedy what the sender can do about it
 * @param requestId id of the request, as in the header {@code X-Request-Id} and in the server's log
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "remedy", "requestId"})
public record Problem(
        @Known String type,
        @Known String title,
        int status,
        @Known String detail,
        @Known String instance,
        @Known String remedy,
        String requestId) {
    /** Media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:treehouse:problem:";

    /** A problem of HTTP itself: {@code kind} completes the type, such as {@code not-acceptable}. */
    static Problem of(int status, String kind, String title, String detail, String remedy) {
        return new Problem(TYPE_PREFIX + kind, title, status, detail, "urn:uuid:" + UUID.randomUUID(), remedy, null);
    }

    /** The same of a certain request. */
    Problem of(String request) {
        return new Problem(type, title, status, detail, instance, remedy, request);
    }

    /** What an unusable input looks like over HTTP. */
    static Problem of(InputProblem problem) {
        String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return of(status(problem.kind()), kind, title(problem.kind()), problem.getMessage(), problem.remedy());
    }

    /** No room for the request now; sent with a time to come back. */
    static Problem busy(String detail) {
        return of(503, "busy", "Busy", detail, "Send the request again after the time that Retry-After gives.");
    }

    /** The database cannot be used now; tiles are classified all the same. */
    static Problem storeUnavailable(String detail) {
        return of(
                503,
                "database-unavailable",
                "Database unavailable",
                detail,
                "Send the request again later; whoever runs the server sees that the database can be reached.");
    }

    /** A fault of the program; its cause stands in the log and not in the answer. */
    static Problem internal() {
        return of(
                500,
                "internal",
                "Internal error",
                "The server failed to answer this request; the fault is the program's.",
                "Report it with the instance given here, under which the server's log has the cause.");
    }

    private static int status(InputProblem.Kind kind) {
        return switch (kind) {
            case INVALID_PARAMETER -> 400;
            case NOT_FOUND -> 404;
            case NOT_GEOREFERENCED -> 406;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_FORMAT -> 415;
            case UNREADABLE_RASTER, UNUSABLE_RASTER, INVALID_DOCUMENT -> 422;
            case UNWRITABLE -> 507;
        };
    }

    private static String title(InputProblem.Kind kind) {
        return switch (kind) {
            case INVALID_PARAMETER -> "Invalid parameter";
            case NOT_FOUND -> "Not found";
            case NOT_GEOREFERENCED -> "Not georeferenced";
            case TOO_LARGE -> "Too large";
            case UNSUPPORTED_FORMAT -> "Unsupported format";
            case UNREADABLE_RASTER -> "Unreadable image";
            case UNUSABLE_RASTER -> "Unusable image";
            case INVALID_DOCUMENT -> "Invalid document";
            case CONFLICT -> "Conflict";
            case UNWRITABLE -> "Nowhere to keep it";
        };
    }
}
