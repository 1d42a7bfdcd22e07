package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths below {@code /v1/jobs} in the OpenAPI document. */
final class JobPaths {
    private static final String JSON = "application/json";

    private JobPaths() {}

    static void describe(ObjectNode paths) {
        OpenApi.refer(OpenApi.answer(paths, JobRoutes.ALL, "The latest jobs, the newest first"), JSON, "Jobs");
        submit(OpenApi.item(paths, JobRoutes.ALL).putObject("post"));
        OpenApi.refer(OpenApi.answer(paths, JobRoutes.ONE, "The job"), JSON, "Job");
        remove(OpenApi.item(paths, JobRoutes.ONE).putObject("delete"));
        OpenApi.content(
                OpenApi.answer(
                        paths, JobRoutes.ONE + "/events", "Server-sent events 'status' with the job, until it ended"),
                "text/event-stream");
        for (String path : List.of(JobRoutes.ONE, JobRoutes.ONE + "/events")) {
            OpenApi.pathParameter(paths, path, "id", "Id of the job");
        }
    }

    private static void submit(ObjectNode post) {
        post.put("summary", "Hands a scene of any size in, to be classified when those before it are done");
        OpenApi.parameters(post, TileParameters.OF_JOBS);
        OpenApi.parameter(
                post,
                JobRoutes.KEY,
                "header",
                "A name of the sender's for the job: sent again, the same job is answered and no other is made");
        ObjectNode body = post.putObject("requestBody");
        TilePaths.raw(body);
        ObjectNode form =
                OpenApi.content(body, FormFiles.MEDIA_TYPE).putObject("schema").put("type", "object");
        field(form, "tile", "The scene; not where path names one");
        field(form, "zones", "Polygons whose figures are wanted too");
        field(form, "sample", "A labelled sample of the scene's class map");
        field(form, "aoi", "Polygons outside of which the scene counts as nodata");
        OpenApi.refer(OpenApi.response(post, "202", "The job, whose address is in Location"), JSON, "Job");
        problem(post);
    }

    private static void remove(ObjectNode delete) {
        delete.put("summary", "Takes a job back that waits or is classified; forgets one that ended, with its results");
        OpenApi.refer(OpenApi.response(delete, "200", "The job, which ends"), JSON, "Job");
        OpenApi.response(delete, "204", "The job is gone");
        problem(delete);
    }

    private static void problem(ObjectNode operation) {
        OpenApi.refer(OpenApi.response(operation, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
    }

    private static void field(ObjectNode form, String name, String description) {
        form.withObject("/properties").putObject(name).put("description", description);
    }
}
