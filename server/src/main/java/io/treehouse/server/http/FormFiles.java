package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;

/** Receives the file fields of a form. Immutable and thread-safe. */
final class FormFiles {
    private final Set<String> fields;
    private final long maxBytes;

    /**
     * @param fields names of the fields that there can be
     * @param maxBytes most bytes of the form
     */
    FormFiles(Set<String> fields, long maxBytes) {
        this.fields = fields;
        this.maxBytes = maxBytes;
    }

    /** The files by the names of their fields; empty ones, which browsers send for nothing, are left out. */
    Map<String, Path> receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new InputProblem(
                    InputProblem.Kind.UNSUPPORTED_FORMAT,
                    "The Content-Type '" + type + "' is no form",
                    "Send multipart/form-data with the file fields " + String.join(", ", fields));
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.path().toString(), maxBytes, maxBytes, 0));
        Map<String, Path> files = new HashMap<>();
        try {
            for (Part part : request.getParts()) {
                receive(part, folder, files);
            }
        } catch (ServletException | IOException | HttpException.RuntimeException malformed) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_DOCUMENT,
                    "The form ended early, is too long or is malformed: " + malformed.getMessage(),
                    "Send a whole form of at most " + maxBytes + " bytes",
                    malformed);
        }
        return files;
    }

    private void receive(Part part, RequestFolder folder, Map<String, Path> files) throws IOException {
        String name = part.getName();
        if (!fields.contains(name) || files.containsKey(name)) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_PARAMETER,
                    "The form has " + (fields.contains(name) ? "more than one field '" : "an unknown field '") + name
                            + "'",
                    "The fields are " + String.join(", ", fields) + ", each at most once");
        }
        if (part.getSize() > 0) {
            Path file = folder.resolve(name);
            LimitedCopy.copy(part.getInputStream(), file, maxBytes);
            files.put(name, file);
        }
    }
}
