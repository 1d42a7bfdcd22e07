package io.treehouse.server.retraining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that callers may name catalogues of. Neither their names nor what stands in the catalogues can point elsewhere,
 * also not by links.
 *
 * @param folder holds {@code NAME/dataset.json}
 * @param imagery folder that catalogues may keep their imagery in beside their own
 */
public record CatalogFolder(Path folder, Path imagery) {
    private static final String FILE = "dataset.json";

    /**
     * The catalogue that a text means.
     *
     * @param name name of a data set's folder, or the path of a {@code dataset.json}
     * @throws InputProblem if there is none, it cannot be used, or it points elsewhere
     */
    public Path resolve(String name) {
        try {
            Path named = folder.resolve(name);
            Path file = (Files.isDirectory(named) ? named.resolve(FILE) : named).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw outside(name, "it lies outside of the folder of catalogues");
            }
            if (!Files.isRegularFile(file)) {
                throw new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no catalogue '" + name + "' in the server's folder of catalogues.",
                        "Put NAME/dataset.json there; the server's log says where that is.");
            }
            requireInside(name, file);
            requireOwnFiles(name, file);
            Path root = CatalogReader.read(file, imagery).root();
            requireInside(name, root);
            return file;
        } catch (InvalidPathException | IOException fault) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The catalogue '" + name + "' cannot be read: " + fault.getMessage(),
                    "Give the name of a data set in the server's folder of catalogues.",
                    fault);
        }
    }

    /** The catalogue of imagery that was sent; {@link InputProblem} if it cannot be used or leads out of its folder. */
    Path checked(Path sent) {
        try {
            requireOwnFiles("that was sent", sent);
            CatalogReader.read(sent, sent.getParent());
            return sent;
        } catch (IOException fault) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT, "The catalogue cannot be read: " + fault.getMessage(), "Send JSON.", fault);
        }
    }

    /** Refuses a catalogue whose members lead out of its root; where that lies is not looked at. */
    static void requireOwnFiles(String name, Path file) throws IOException {
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        for (String member : List.of("/extends", "/images", "/labels/file", "/labels/folder")) {
            Path path = Path.of(document.at(member).asText("."));
            if (path.isAbsolute() || path.normalize().startsWith("..")) {
                throw outside(name, "'" + member.substring(1).replace('/', '.') + "' leads out of its root");
            }
        }
    }

    private void requireInside(String name, Path path) throws IOException {
        Path real = path.toRealPath();
        for (Path allowed : List.of(folder, imagery)) {
            if (Files.isDirectory(allowed) && real.startsWith(allowed.toRealPath())) {
                return;
            }
        }
        throw outside(name, "it points to " + path.getFileName() + " outside of the folder of catalogues");
    }

    private static InputProblem outside(String name, String why) {
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The catalogue '" + name + "' is refused: " + why + ".",
                "Keep catalogues and their imagery in the server's folder of catalogues.");
    }
}
