package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.retraining.RetrainingOrder;
import io.treehouse.server.retraining.RetrainingStatus;
import io.treehouse.server.retraining.Workshop;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;

/**
 * Receives an order that comes with its imagery: a form with the field {@code catalog} (a {@code dataset.json} with legend, without
 * {@code root}), the fields {@code image} and {@code label}, each any number of times, and maybe {@code request}, the order.
 * Labels go by the names of their images. Thread-safe.
 */
final class RetrainingUpload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long maxBytes;

    /** @param maxBytes most bytes of the form */
    RetrainingUpload(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/form-data");
    }

    /** Keeps the imagery and hands the order on; nothing is left of one that is refused. */
    Optional<RetrainingStatus> order(HttpServletRequest request, Workshop workshop, String by) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw LimitedCopy.tooLarge(maxBytes);
        }
        String id = workshop.newId();
        Path folder = workshop.uploadFolder(id);
        boolean taken = false;
        try (RequestFolder scratch = new RequestFolder()) {
            request.setAttribute(
                    ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                    new MultipartConfigElement(scratch.path().toString(), maxBytes, maxBytes, 0));
            RetrainingOrder order = receive(request, folder);
            Optional<RetrainingStatus> status = workshop.order(id, order, by);
            taken = status.isPresent();
            return status;
        } finally {
            if (!taken) {
                RequestFolder.delete(folder.getParent());
            }
        }
    }

    private RetrainingOrder receive(HttpServletRequest request, Path folder) throws IOException {
        JsonNode order = JSON.createObjectNode();
        JsonNode catalog = null;
        int images = 0;
        try {
            for (Part part : request.getParts()) {
                switch (part.getName()) {
                    case "request" ->
                        order = JsonBody.parse(part.getInputStream().readAllBytes());
                    case "catalog" ->
                        catalog = JsonBody.parse(part.getInputStream().readAllBytes());
                    case "image" -> {
                        keep(part, folder.resolve("images"));
                        images++;
                    }
                    case "label" -> keep(part, folder.resolve(labelFolder(catalog)));
                    default -> throw invalid("The form has an unknown field '" + part.getName() + "'");
                }
            }
        } catch (ServletException | HttpException.RuntimeException malformed) {
            throw invalid("The form ended early, is too long or is malformed: " + malformed.getMessage());
        }
        if (!(catalog instanceof ObjectNode document) || images == 0) {
            throw invalid("The form has no catalogue, or no image");
        }
        for (String member : new String[] {"root", "extends", "images"}) {
            if (document.has(member)) {
                throw invalid("The catalogue of a form has no '" + member + "'");
            }
        }
        document.put("root", ".");
        Files.write(folder.resolve("dataset.json"), JSON.writeValueAsBytes(document));
        return RetrainingOrder.read(order);
    }

    /** The folder that the catalogue looks for labels in; the catalogue stands before them in the form. */
    private static String labelFolder(JsonNode catalog) {
        if (catalog == null) {
            throw invalid("The form has a label before its catalogue");
        }
        return switch (catalog.at("/labels/kind").asText("value-mask")) {
            case "polygons" -> "labels";
            case "tree-points" -> "points";
            case "crown-boxes" -> "boxes";
            default -> "masks";
        };
    }

    private void keep(Part part, Path folder) throws IOException {
        String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        if (!name.matches("[\\w][\\w. ()+-]{0,150}")) {
            throw invalid("The file name '" + name + "' cannot be kept: letters, digits, spaces and . _ - + ( ) can");
        }
        Path file = Files.createDirectories(folder).resolve(name);
        if (Files.exists(file)) {
            throw invalid("The form has two files '" + name + "' of the field '" + part.getName() + "'");
        }
        LimitedCopy.copy(part.getInputStream(), file, maxBytes);
    }

    private static InputProblem invalid(String detail) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                detail,
                "Send the fields catalog, image and label (each any number of times) and maybe request, in this order; see"
                        + " docs/retraining.md");
    }
}
