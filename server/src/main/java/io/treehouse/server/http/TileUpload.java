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

/** Receives a tile from a request, raw or as the field {@code tile} of a form, into a file. */
final class TileUpload {
    private static final String FIELD = "tile";
    private static final String FORM = "multipart/form-data";
    /** What curl's --data-binary says when nobody tells it otherwise. */
    private static final String CURL_DEFAULT = "application/x-www-form-urlencoded";

    private static final String HOW = "Send the image as the request's body or as the one file field 'tile' of a form.";

    private final long maxBytes;

    TileUpload(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The tile's file in the folder; it has at least one byte. */
    Path receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        String type = mediaType(request);
        checkEncodings(request, type);
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        Path file = folder.resolve("tile");
        if (type.equals(FORM)) {
            receiveForm(request, folder, file);
        } else {
            receiveRaw(request, file);
        }
        if (Files.size(file) == 0) {
            throw new InputProblem(InputProblem.Kind.UNREADABLE_RASTER, "The tile has no bytes.", HOW);
        }
        return file;
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

    private void receiveRaw(HttpServletRequest request, Path file) throws IOException {
        try {
            LimitedCopy.copy(request.getInputStream(), file, maxBytes);
        } catch (HttpException.RuntimeException | IOException e) {
            throw incomplete(e);
        }
    }

    private void receiveForm(HttpServletRequest request, RequestFolder folder, Path file) throws IOException {
        if (!request.getContentType().toLowerCase(Locale.ROOT).contains("boundary=")) {
            throw incomplete(new IOException("the Content-Type of the form names no boundary"));
        }
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.path().toString(), maxBytes, maxBytes, 0));
        List<Part> tiles = parts(request).stream()
                .filter(part -> part.getName().equals(FIELD))
                .toList();
        if (tiles.size() != 1) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_PARAMETER,
                    "The form has %s field 'tile'.".formatted(tiles.isEmpty() ? "no" : "more than one"),
                    HOW);
        }
        LimitedCopy.copy(tiles.get(0).getInputStream(), file, maxBytes);
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
