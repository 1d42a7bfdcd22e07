package io.treehouse.server.retraining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that callers may name catalogues of. Neither their names nor what stands in the catalogues can point elsewhere,
 * also not by links.
 *
 * @param folder holds {@code NAME/dataset.json}
 * @param imagery folder that catalogues may keep their imagery in beside their own
 */
public record CatalogFolder(Path folder, Path imagery) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "dataset.json";
    private static final String EXTENDS = "extends";
    private static final String SENT = "that was sent";

    /**
     * The catalogue that a text means.
     *
     * @param name name of a data set's folder, or the path of a {@code dataset.json}
     * @throws InputProblem if there is none, it cannot be used, or it points elsewhere
     */
    public Path resolve(String name) {
        Path file = file(name);
        try {
            requireInside(name, file, "dataset.json");
            JsonNode document = requireOwnFiles(name, file);
            Path root = read(name, file, imagery).root();
            requireInside(name, root, "folder of imagery");
            if (document.path(EXTENDS).isTextual()) {
                requireOwnFiles(name, root.resolve(document.get(EXTENDS).asText()));
            }
            requireOwnLinks(name, root);
            return file;
        } catch (IOException fault) {
            throw unreadable(name, fault);
        }
    }

    private Path file(String name) {
        try {
            Path named = folder.resolve(name);
            Path file = (Files.isDirectory(named) ? named.resolve(FILE) : named).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw outside(name, "it lies outside of the folder of catalogues");
            }
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException impossible) {
            throw unreadable(name, impossible);
        }
        throw new InputProblem(
                Kind.NOT_FOUND,
                "There is no catalogue '" + name + "' in the server's folder of catalogues.",
                "Put NAME/dataset.json there; the server's log says where that is.");
    }

    /** The catalogue of imagery that was sent; {@link InputProblem} if it cannot be used or leads out of its folder. */
    Path checked(Path sent) {
        try {
            requireOwnFiles(SENT, sent);
            read(SENT, sent, sent.getParent());
            return sent;
        } catch (IOException fault) {
            throw unreadable(SENT, fault);
        }
    }

    /** Whoever sent a name learns what is wrong, not where the server keeps things. */
    private static Catalog read(String name, Path file, Path imagery) {
        try {
            return CatalogReader.read(file, imagery);
        } catch (InputProblem problem) {
            String detail = problem.getMessage()
                    .replace("catalogue " + file, "catalogue '" + name + "'")
                    .replace(file.getParent() + "/", "");
            throw new InputProblem(problem.kind(), hidden(detail, imagery), problem.remedy(), problem);
        }
    }

    /** Words without the paths of the server's folders. */
    String hidden(String words) {
        return hidden(words.replace(folder + "/", ""), imagery);
    }

    private static String hidden(String words, Path imagery) {
        return words.replace(imagery + "/", "TREEHOUSE_DATA/");
    }

    /** The document, unless its members lead out of its root. */
    private static JsonNode requireOwnFiles(String name, Path file) throws IOException {
        JsonNode document = JSON.readTree(file.toFile());
        for (String member : List.of("/" + EXTENDS, "/images", "/labels/file", "/labels/folder")) {
            Path path = Path.of(document.at(member).asText("."));
            if (path.isAbsolute() || path.normalize().startsWith("..")) {
                throw outside(name, "'" + member.substring(1).replace('/', '.') + "' leads out of its root");
            }
        }
        return document;
    }

    private void requireOwnLinks(String name, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                requireInside(name, link, "link " + root.relativize(link));
            }
        }
    }

    private void requireInside(String name, Path path, String what) throws IOException {
        Path real = path.toRealPath();
        for (Path allowed : List.of(folder, imagery)) {
            if (Files.isDirectory(allowed) && real.startsWith(allowed.toRealPath())) {
                return;
            }
        }
        throw outside(name, "its " + what + " leads out of the folder of catalogues");
    }

    private static InputProblem outside(String name, String why) {
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The catalogue '" + name + "' is refused: " + why + ".",
                "Keep catalogues and their imagery in the server's folder of catalogues.");
    }

    private static InputProblem unreadable(String name, Exception fault) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The catalogue '" + name + "' cannot be read: " + why(fault),
                "Give the name of a data set in the server's folder of catalogues, and correct its dataset.json.",
                fault);
    }

    private static String why(Exception fault) {
        return fault instanceof JsonProcessingException malformed
                ? "%s in line %d"
                        .formatted(
                                malformed.getOriginalMessage(),
                                malformed.getLocation().getLineNr())
                : fault.getMessage();
    }
}
