package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Receives a tile from a request, raw or as the field {@code tile} of a form, into a file; with a form also the files of
 * its fields {@code zones} and {@code sample}.
 */
final class TileUpload {
    /**
     * What was received.
     *
     * @param tile the tile's file; it has at least one byte
     * @param zones file of the zones, if some were sent
     * @param sample file of a labelled sample, if one was sent
     */
    record Received(Path tile, Optional<Path> zones, Optional<Path> sample) {}

    private static final String FIELD = "tile";
    private static final String ZONES = "zones";
    private static final String SAMPLE = "sample";
    private static final String FORM = "multipart/form-data";
    /** What curl's --data-binary says when nobody tells it otherwise. */
    private static final String CURL_DEFAULT = "application/x-www-form-urlencoded";

    private static final String HOW = "Send the image as the request's body or as the one file field 'tile' of a form.";

    private final long maxBytes;

    TileUpload(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The files in the folder. */
    Received receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        String type = mediaType(request);
        checkEncodings(request, type);
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        Received received = type.equals(FORM) ? receiveForm(request, folder) : receiveRaw(request, folder);
        if (Files.size(received.tile()) == 0) {
            throw new InputProblem(InputProblem.Kind.UNREADABLE_RASTER, "The tile has no bytes.", HOW);
        }
        return received;
    }

    private static String mediaType(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return QuotedText.split(type, ';').get(0).strip().toLowerCase(Locale.ROOT);
    }

    private static void checkEncodings(HttpServletRequest request, String type) {
        boolean known = type.isEmpty()
                || type.startsWith("image/")
                || List.of("application/octet-stream", CURL_DEFAULT, FORM).contains(type);
        if (!known) {
            throw unsupported("The Content-Type '" + type + "' is none of an image.", HOW);
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported(
                    "The Content-Encoding '" + encoding + "' is not supported.", "Send the image's own bytes.");
        }
    }

    private Received receiveRaw(HttpServletRequest request, RequestFolder folder) throws IOException {
        Path file = folder.resolve(FIELD);
        try {
            LimitedCopy.copy(request.getInputStream(), file, maxBytes);
            return new Received(file, Optional.empty(), Optional.empty());
        } catch (HttpException.RuntimeException | IOException e) {
            throw incomplete(e);
        }
    }

    private Received receiveForm(HttpServletRequest request, RequestFolder folder) throws IOException {
        if (!request.getContentType().toLowerCase(Locale.ROOT).contains("boundary=")) {
            throw incomplete(new IOException("the Content-Type of the form names no boundary"));
        }
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.path().toString(), maxBytes, maxBytes, 0));
        List<Part> parts = parts(request);
        Path tile = save(parts, FIELD, folder).orElseThrow(() -> wrongForm("no field '" + FIELD + "'"));
        return new Received(tile, save(parts, ZONES, folder), save(parts, SAMPLE, folder));
    }

    /** Saves the part of a name, if there is one, under its name. */
    private Optional<Path> save(List<Part> parts, String field, RequestFolder folder) throws IOException {
        Optional<Part> part = only(parts, field);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(field);
        LimitedCopy.copy(part.get().getInputStream(), file, maxBytes);
        return Optional.of(file);
    }

    private static Optional<Part> only(List<Part> parts, String field) {
        List<Part> named =
                parts.stream().filter(part -> part.getName().equals(field)).toList();
        if (named.size() > 1) {
            throw wrongForm("more than one field '" + field + "'");
        }
        return named.stream().findFirst();
    }

    private static InputProblem wrongForm(String fault) {
        return new InputProblem(InputProblem.Kind.INVALID_PARAMETER, "The form has " + fault + ".", HOW);
    }

    private List<Part> parts(HttpServletRequest request) {
        try {
            return List.copyOf(request.getParts());
        } catch (ServletException | IOException | RuntimeException e) {
            if (isTooLarge(e)) {
                throw LimitedCopy.tooLarge(maxBytes);
            }
            throw incomplete(e);
        }
    }

    /** Jetty says so by the status that it would answer with, or in the words of a plain IllegalStateException. */
    private static boolean isTooLarge(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean byStatus =
                    cause instanceof HttpException http && http.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413;
            if (byStatus
                    || String.valueOf(cause.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("max length exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static InputProblem unsupported(String detail, String remedy) {
        return new InputProblem(InputProblem.Kind.UNSUPPORTED_FORMAT, detail, remedy);
    }

    private static ProblemException incomplete(Exception cause) {
        return new ProblemException(Problem.of(
                400,
                "incomplete-body",
                "Incomplete body",
                "The request's body ended early or is not of the form that its headers say: " + cause.getMessage(),
                HOW));
    }
}
