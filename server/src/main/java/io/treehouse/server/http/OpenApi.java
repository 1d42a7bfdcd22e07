package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.inference.carbon.coefficient.CoefficientSets;
import io.treehouse.inference.carbon.document.EstimateDocument;
import io.treehouse.inference.carbon.estimate.Estimate;
import io.treehouse.inference.carbon.table.FigureColumns;
import io.treehouse.inference.classify.ObjectProperties;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.compare.ComparisonDocument;
import io.treehouse.inference.compare.table.ComparisonColumns;
import io.treehouse.inference.sample.AccuracyAssessment;
import io.treehouse.inference.settlement.Settlements;
import io.treehouse.inference.zone.ZoneFigures;
import io.treehouse.model.registry.VersionDiff;
import io.treehouse.server.feedback.FeedbackDesk;
import io.treehouse.server.feedback.FeedbackEntry;
import io.treehouse.server.feedback.FeedbackPage;
import io.treehouse.server.models.ListedModel;
import io.treehouse.server.models.VersionDetails;
import io.treehouse.server.retraining.RetrainingStatus;
import java.util.ArrayList;
import java.util.List;

/** The OpenAPI 3.1 document of the server, built from the records that it writes. */
final class OpenApi {
    /** Where in the document the schemas stand, as references begin. */
    static final String SCHEMAS = "#/components/schemas/";

    private OpenApi() {}

    static ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Treehouse")
                .put("version", "1")
                .put(
                        "description",
                        "Land cover of satellite and aerial images. Every error is a problem document (RFC 9457) that says"
                                + " what is wrong and what to do. Below /v1 parameters of the query that an operation does not"
                                + " list are refused, but for tiles of maps. A server that other machines reach asks for a"
                                + " token.");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        schemas.set("TileClassification", RecordSchemas.of(TileClassification.class));
        schemas.set("TileResult", ResultPaths.schema());
        schemas.set("EstimateRequest", EstimateDocument.schema());
        schemas.set("CoefficientSet", CoefficientSets.schema());
        schemas.set("Estimate", RecordSchemas.of(Estimate.class));
        schemas.set("ComparisonRequest", ComparisonDocument.schema());
        schemas.set("Comparison", RecordSchemas.of(Comparison.class));
        schemas.set("Problem", RecordSchemas.of(Problem.class));
        schemas.set("Models", RecordSchemas.of(ModelList.class));
        schemas.set("Model", RecordSchemas.of(ListedModel.class));
        schemas.set("ModelDetails", RecordSchemas.of(VersionDetails.class));
        schemas.set("ModelDiff", RecordSchemas.of(VersionDiff.class));
        schemas.set("FeedbackRequest", FeedbackDesk.schema());
        schemas.set("Feedback", RecordSchemas.of(FeedbackEntry.class));
        schemas.set("FeedbackPage", RecordSchemas.of(FeedbackPage.class));
        schemas.set("Job", RecordSchemas.of(JobDocument.class));
        schemas.set("Jobs", RecordSchemas.of(JobList.class));
        schemas.set("Retrainings", RecordSchemas.of(RetrainingList.class));
        schemas.set("Retraining", RecordSchemas.of(RetrainingStatus.class));
        schemas.set("RetrainingRequest", RetrainingPaths.request());
        schemas.set("Health", RecordSchemas.of(Health.class));
        schemas.set("Settlements", RecordSchemas.of(Settlements.class));
        schemas.set("AccuracyAssessment", RecordSchemas.of(AccuracyAssessment.class));
        schemas.set("ObjectProperties", Contract.columns(ObjectProperties.FIELDS));
        schemas.set("ZoneFigures", Contract.columns(ZoneFigures.FIELDS));
        schemas.set("EstimateFigures", Contract.columns(FigureColumns.FIELDS));
        schemas.set("ComparisonFigures", Contract.columns(ComparisonColumns.FIELDS));
        ObjectNode paths = document.putObject("paths");
        TilePaths.describe(paths);
        EstimatePaths.describe(paths);
        ComparisonPaths.describe(paths);
        refer(answer(paths, "/v1/models", "All models, the one that serves first"), "application/json", "Models");
        ModelPaths.describe(paths);
        FeedbackPaths.describe(paths);
        JobPaths.describe(paths);
        ResultPaths.describe(paths);
        RetrainingPaths.describe(paths);
        health(paths, "/health/live", "The process can go on by itself", "Only a restart helps");
        health(paths, "/health/ready", "Tiles are taken", "No tile can be taken, with the reasons");
        content(answer(paths, "/openapi.json", "This document"), "application/json");
        content(answer(paths, Contract.PATH, "Names and addresses of the JSON Schemas"), "application/json");
        content(answer(paths, Contract.PATH + "/{name}", "One JSON Schema"), SchemaHandler.MEDIA_TYPE);
        pathParameter(paths, Contract.PATH + "/{name}", "name", "Name of the schema");
        content(answer(paths, "/metrics", "Counters in the format of Prometheus"), "text/plain");
        content(answer(paths, InterfacePage.PATH, "This document for people to read"), "text/html");
        AccessPaths.describe(document);
        group(paths);
        return document;
    }

    private static void health(ObjectNode paths, String path, String good, String bad) {
        refer(answer(paths, path, good), "application/json", "Health");
        refer(response(item(paths, path).withObject("/get"), "503", bad), "application/json", "Health");
    }

    /** Operations stand together by the first part of their paths that is a noun, and say what they are for. */
    private static void group(ObjectNode paths) {
        paths.properties().forEach(path -> {
            String noun = path.getKey().replaceFirst("^/(v1/)?", "").replaceFirst("/.*", "");
            path.getValue().properties().forEach(operation -> {
                if (operation.getValue() instanceof ObjectNode described) {
                    described.putArray("tags").add(path.getKey().startsWith("/v1/") ? noun : "server");
                    if (!described.has("summary")) {
                        described.put("summary", good(described));
                    }
                }
            });
        });
    }

    /** What an operation answers when all is well. */
    private static String good(ObjectNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .map(response -> response.getValue().path("description").asText())
                .orElse("");
    }

    static ObjectNode answer(ObjectNode paths, String path, String description) {
        ObjectNode get = item(paths, path).putObject("get");
        refer(response(get, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
        return response(get, "200", description);
    }

    /** What an operation takes in its query. */
    static void parameters(ObjectNode operation, List<QueryParameter> known) {
        for (QueryParameter parameter : known) {
            ObjectNode schema = parameter(operation, parameter.name(), "query", parameter.description());
            parameter.values().forEach(value -> schema.withArray("enum").add(value));
        }
    }

    /** What a described operation takes in its query. */
    static List<QueryParameter> parameters(JsonNode operation) {
        List<QueryParameter> known = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                List<String> values = new ArrayList<>();
                parameter.at("/schema/enum").forEach(value -> values.add(value.asText()));
                known.add(new QueryParameter(
                        parameter.path("name").asText(),
                        parameter.path("description").asText(),
                        values));
            }
        }
        return known;
    }

    /** What stands in a path, under its name between braces. */
    static void pathParameter(ObjectNode paths, String path, String name, String description) {
        parameter(item(paths, path), name, "path", description);
    }

    /** The schema of a parameter that is added. */
    static ObjectNode parameter(ObjectNode holder, String name, String in, String description) {
        ObjectNode parameter = holder.withArray("parameters").addObject();
        parameter.put("name", name).put("in", in).put("description", description);
        if (in.equals("path")) {
            parameter.put("required", true);
        }
        return parameter.putObject("schema").put("type", "string");
    }

    /** What the document says of a path. */
    static ObjectNode item(ObjectNode paths, String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }

    static ObjectNode response(ObjectNode operation, String status, String description) {
        return operation.withObject("/responses").putObject(status).put("description", description);
    }

    static ObjectNode content(ObjectNode holder, String mediaType) {
        ObjectNode all = holder.has("content") ? (ObjectNode) holder.get("content") : holder.putObject("content");
        return all.putObject(mediaType);
    }

    static void refer(ObjectNode holder, String mediaType, String schema) {
        content(holder, mediaType).putObject("schema").put("$ref", SCHEMAS + schema);
    }
}
