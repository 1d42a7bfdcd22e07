package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Receives what comes with a job into its folder: the scene unless a path names it, and what limits or accompanies it. */
final class SceneUpload {
    private static final Set<String> COMPANIONS = new LinkedHashSet<>(List.of("zones", "sample", "aoi"));

    private SceneUpload() {}

    /**
     * Receives the files, each under the name of its field.
     *
     * @param maxBytes most bytes of the body
     * @param withScene whether the scene comes too
     * @throws InputProblem if the body is too long, of another kind, or has a scene where a path names one
     */
    static void receive(HttpServletRequest request, RequestFolder folder, long maxBytes, boolean withScene)
            throws IOException {
        if (withScene) {
            new TileUpload(maxBytes, "aoi").receive(request, folder);
        } else if (FormFiles.isForm(request)) {
            new FormFiles(COMPANIONS, maxBytes).receive(request, folder);
        } else if (request.getInputStream().read() >= 0) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The request has a body and a path",
                    "Send the scene or name it with path; zones, sample and aoi come as fields of a form");
        }
    }
}
