package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.WebTiles;
import io.treehouse.server.jobs.Job;
import io.treehouse.server.jobs.JobFolder;
import io.treehouse.server.jobs.JobState;
import io.treehouse.server.jobs.Jobs;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of jobs for maps and catalogues: XYZ tiles, their TileJSON, and a STAC item. */
final class MapRoutes {
    /** Path of a tile. */
    static final String TILE = JobRoutes.ONE + "/tiles/{z}/{x}/{y}";
    /** Path of the TileJSON. */
    static final String TILE_JSON = JobRoutes.ONE + "/tilejson.json";
    /** Path of the STAC item. */
    static final String STAC = JobRoutes.ONE + "/stac.json";

    private final Jobs jobs;
    private final ObjectMapper json;

    MapRoutes(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    void register(RoutesConfig routes) {
        routes.get(TILE, this::tile);
        routes.get(TILE_JSON, this::tileJson);
        routes.get(STAC, this::stac);
    }

    private void tile(Context context) {
        JobFolder folder = jobs.folder(done(context).id());
        String row = context.pathParam("y");
        if (!row.endsWith(".png")) {
            throw noTile(context.path());
        }
        try {
            int zoom = Integer.parseInt(context.pathParam("z"));
            long x = Long.parseLong(context.pathParam("x"));
            long y = Long.parseLong(row.substring(0, row.length() - ".png".length()));
            if (!WebTiles.exists(zoom, x, y)) {
                throw noTile(context.path());
            }
            context.contentType("image/png").header("Cache-Control", "private, max-age=3600");
            context.result(new WebTiles(folder.classMap()).png(zoom, x, y));
        } catch (NumberFormatException noNumber) {
            throw noTile(context.path());
        }
    }

    private static InputProblem noTile(String path) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "There is no tile " + path,
                "Tiles are numbered ZOOM/COLUMN/ROW.png from 0, zooms 0 to " + WebTiles.DEEPEST);
    }

    private void tileJson(Context context) throws IOException {
        Job job = done(context);
        JsonNode answer = answer(job);
        WebTiles.Extent extent = placed(job, answer).extent();
        double latitude = (extent.south() + extent.north()) / 2;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("name", answer.path("id").asText(job.id()));
        document.put("scheme", "xyz");
        document.put("tiles", List.of(address(context, JobRoutes.ALL + "/" + job.id() + "/tiles/{z}/{x}/{y}.png")));
        document.put("minzoom", 0);
        document.put(
                "maxzoom",
                WebTiles.deepestUseful(latitude, answer.path("gsdMetres").asDouble(1)));
        document.put("bounds", List.of(extent.west(), extent.south(), extent.east(), extent.north()));
        document.put("center", List.of((extent.west() + extent.east()) / 2, latitude));
        context.json(document);
    }

    private void stac(Context context) throws IOException {
        Job job = done(context);
        JsonNode answer = answer(job);
        context.contentType("application/geo+json")
                .result(json.writeValueAsString(StacItem.of(
                        job,
                        answer,
                        placed(job, answer).extent(),
                        jobs.folder(job.id()),
                        path -> address(context, path))));
    }

    /** With the name by which the caller reached the server, behind a proxy too. */
    private static String address(Context context, String path) {
        String scheme = context.header("X-Forwarded-Proto");
        return ("https".equals(scheme) ? "https" : "http") + "://" + context.host() + path;
    }

    private JsonNode answer(Job job) throws IOException {
        return json.readTree(jobs.folder(job.id()).answer().toFile());
    }

    private WebTiles placed(Job job, JsonNode answer) {
        if (!answer.hasNonNull("crs")) {
            throw new InputProblem(
                    Kind.NOT_GEOREFERENCED,
                    "The scene of the job " + job.id() + " is not georeferenced, so that it has no place on a map",
                    "Give bbox and crs with the scene");
        }
        return new WebTiles(jobs.folder(job.id()).classMap());
    }

    private Job done(Context context) {
        String id = context.pathParam("id");
        return jobs.find(id)
                .filter(job -> job.state() == JobState.DONE)
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no finished job '" + id + "'",
                        "GET " + JobRoutes.ALL + " lists the jobs with their states"));
    }
}
