package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/** Receives the files of a form (RFC 7578) whose fields come once each; {@link RetrainingUpload} takes forms with many. Immutable and thread-safe. */
final class FormFiles {
    /** The media type of forms with files. */
    static final String MEDIA_TYPE = "multipart/form-data";

    private final Set<String> fields;
    private final long maxBytes;

    /**
     * @param fields names of the fields that there can be, in the order in which messages name them
     * @param maxBytes most bytes of the form
     */
    FormFiles(Set<String> fields, long maxBytes) {
        this.fields = fields;
        this.maxBytes = maxBytes;
    }

    /** Whether a request says that it is a form. */
    static boolean isForm(HttpServletRequest request) {
        return mediaType(request).startsWith(MEDIA_TYPE);
    }

    private static String mediaType(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    }

    /**
     * The files by the names of their fields, each written under that name. Fields where no file was chosen are left out,
     * and so are texts in other fields; a file in another field is refused, since somebody expects it to count.
     *
     * @throws InputProblem if the request is no form, is too long, or has a field twice or one that is unknown
     * @throws ProblemException if the form ends early or is malformed
     */
    Map<String, Path> receive(HttpServletRequest request, RequestFolder folder) throws IOException {
        String type = mediaType(request);
        if (!isForm(request)) {
            throw new InputProblem(
                    InputProblem.Kind.UNSUPPORTED_FORMAT,
                    "The Content-Type '" + type + "' is no form",
                    "Send " + how());
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        if (!type.contains("boundary=")) {
            throw malformed(new IOException("the Content-Type of the form names no boundary"));
        }
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.path().toString(), maxBytes, maxBytes, 0));
        Map<String, Path> files = new HashMap<>();
        for (Part part : parts(request)) {
            receive(part, folder, files);
        }
        return files;
    }

    private Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (ServletException | IOException | RuntimeException fault) {
            throw isTooLarge(fault) ? LimitedCopy.tooLarge(maxBytes) : malformed(fault);
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

    private void receive(Part part, RequestFolder folder, Map<String, Path> files) throws IOException {
        String name = part.getName();
        if (files.containsKey(name)) {
            throw wrongField("more than one field '" + name + "'");
        }
        String fileName = part.getSubmittedFileName();
        boolean isChosen = part.getSize() > 0 || fileName != null && !fileName.isEmpty();
        if (fields.contains(name) && isChosen) {
            Path file = folder.resolve(name);
            LimitedCopy.copy(part.getInputStream(), file, maxBytes);
            files.put(name, file);
        } else if (isChosen && fileName != null) {
            throw wrongField("an unknown field '" + name + "' with a file");
        }
    }

    private InputProblem wrongField(String fault) {
        return new InputProblem(InputProblem.Kind.INVALID_PARAMETER, "The form has " + fault, "Send " + how());
    }

    private String how() {
        return MEDIA_TYPE + " with the file fields " + String.join(", ", fields) + ", each at most once";
    }

    private ProblemException malformed(Exception cause) {
        return new ProblemException(Problem.of(
                400,
                "incomplete-body",
                "Incomplete body",
                "The request's body ended early or is not of the form that its headers say: " + cause.getMessage(),
                "Send " + how() + "."));
    }
}
