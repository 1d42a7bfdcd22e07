package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A classification that is finished and kept, of a tile or of a job. Immutable.
 *
 * @param id its name in paths
 * @param answer file of the classification as JSON
 * @param classMap its GeoTIFF
 * @param made when it was finished
 * @param isPlaced whether it has a place on Earth
 * @param files names of the files that can be had of it
 */
record FinishedResult(String id, Path answer, Path classMap, Instant made, boolean isPlaced, List<String> files) {
    /** Name of the classification as JSON. */
    static final String ANSWER = "answer.json";
    /** Name of its figures as a table. */
    static final String FIGURES = "figures.csv";

    FinishedResult {
        files = List.copyOf(files);
    }

    JsonNode readAnswer(ObjectMapper json) throws IOException {
        return json.readTree(answer.toFile());
    }

    /** The path of a result of a name. */
    static String path(String id) {
        return ResultRoutes.RESULT.replace("{id}", id);
    }

    /** Where its files are had, by their names. */
    Map<String, String> fileLinks() {
        Map<String, String> links = new LinkedHashMap<>();
        files.forEach(name -> links.put(name, path(id) + "/" + name));
        links.put(FIGURES, path(id) + "/" + FIGURES);
        return links;
    }

    /** Where it is had for maps and catalogues; nowhere if it has no place on Earth. */
    Map<String, String> mapLinks() {
        Map<String, String> links = new LinkedHashMap<>();
        if (!isPlaced) {
            return links;
        }
        links.put("tiles", MapRoutes.TILE.replace("{id}", id));
        links.put("tilejson", MapRoutes.TILE_JSON.replace("{id}", id));
        links.put("stac", MapRoutes.STAC.replace("{id}", id));
        return links;
    }

    /** All that can be had of it. */
    Map<String, String> links() {
        Map<String, String> links = fileLinks();
        links.putAll(mapLinks());
        return links;
    }
}
