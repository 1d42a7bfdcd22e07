package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;

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

    private static final String TILE = "tile";
    private static final String ZONES = "zones";
    private static final String SAMPLE = "sample";
    /** What curl's --data-binary says when nobody tells it otherwise. */
    private static final String CURL_DEFAULT = "application/x-www-form-urlencoded";

    private static final String HOW = "Send the image as the request's body or as the one file field 'tile' of a form.";

    private final long maxBytes;
    private final Set<String> fields = new LinkedHashSet<>(List.of(TILE, ZONES, SAMPLE));

    /**
     * @param maxBytes most bytes of the body
     * @param further names of fields that a form may have beside those of a tile
     */
    TileUpload(long maxBytes, String... further) {
        this.maxBytes = maxBytes;
        fields.addAll(List.of(further));
    }

    /** The files in the folder. */
    Received receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        String type = mediaType(request);
        checkEncodings(request, type);
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        Received received =
                type.equals(FormFiles.MEDIA_TYPE) ? receiveForm(request, folder) : receiveRaw(request, folder);
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
                || List.of("application/octet-stream", CURL_DEFAULT, FormFiles.MEDIA_TYPE)
                        .contains(type);
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
        Path file = folder.resolve(TILE);
        try {
            LimitedCopy.copy(request.getInputStream(), file, maxBytes);
            return new Received(file, Optional.empty(), Optional.empty());
        } catch (HttpException.RuntimeException | IOException e) {
            throw incomplete(e);
        }
    }

    private Received receiveForm(HttpServletRequest request, RequestFolder folder) throws IOException {
        Map<String, Path> files = new FormFiles(fields, maxBytes).receive(request, folder);
        if (!files.containsKey(TILE)) {
            throw new InputProblem(InputProblem.Kind.INVALID_PARAMETER, "The form has no field '" + TILE + "'.", HOW);
        }
        return new Received(
                files.get(TILE), Optional.ofNullable(files.get(ZONES)), Optional.ofNullable(files.get(SAMPLE)));
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
