package io.treehouse.server.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Receives a JSON document from a request. Thread-safe. */
final class JsonBody {
    /** Documents hold figures and outlines, no imagery. */
    private static final long MOST_BYTES = 128L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What curl's --data-binary says when nobody tells it otherwise. */
    private static final String CURL_DEFAULT = "application/x-www-form-urlencoded";

    private final long maxBytes;

    JsonBody(long maxBytes) {
        this.maxBytes = Math.min(maxBytes, MOST_BYTES);
    }

    /** The document; what is no JSON ends the request with a problem. */
    JsonNode receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        checkType(request);
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        Path file = folder.resolve("document.json");
        LimitedCopy.copy(request.getInputStream(), file, maxBytes);
        return parse(Files.readAllBytes(file));
    }

    /** The document that bytes are. */
    static JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode document = JSON.readTree(bytes);
            if (document == null || document.isMissingNode()) {
                throw invalid("The request has no body", null);
            }
            return document;
        } catch (JacksonException malformed) {
            throw invalid("The body is no JSON: " + malformed.getOriginalMessage() + place(malformed), malformed);
        }
    }

    private static String place(JacksonException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " (line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr() + ")";
    }

    private static void checkType(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getContentType()).orElse("");
        String type = QuotedText.split(header, ';').get(0).strip().toLowerCase(Locale.ROOT);
        boolean known = type.isEmpty()
                || type.endsWith("+json")
                || List.of("application/json", "application/octet-stream", CURL_DEFAULT)
                        .contains(type);
        if (!known) {
            throw new InputProblem(
                    Kind.UNSUPPORTED_FORMAT, "The Content-Type '" + type + "' is no JSON", "Send application/json");
        }
    }

    private static InputProblem invalid(String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT, detail, "Send one JSON document as /openapi.json describes it", cause);
    }
}
