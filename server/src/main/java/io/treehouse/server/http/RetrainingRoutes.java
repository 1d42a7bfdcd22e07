package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.retraining.RetrainingOrder;
import io.treehouse.server.retraining.RetrainingStatus;
import io.treehouse.server.retraining.Workshop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The paths below {@code /v1/retrainings}: how they are ordered, followed and cancelled. */
final class RetrainingRoutes implements AutoCloseable {
    /** Path of one retraining. */
    static final String ONE = "/v1/retrainings/{id}";

    /** Path of the imagery that came with it. */
    static final String IMAGERY = ONE + "/imagery";

    private final Workshop workshop;
    private final JsonBody body;
    private final long maxBodyBytes;
    private final DiskQuota quota;
    private final StatusEvents<RetrainingStatus> events;

    /** @param quota what callers may keep */
    RetrainingRoutes(Workshop workshop, long maxBodyBytes, DiskQuota quota) {
        this.workshop = workshop;
        this.maxBodyBytes = maxBodyBytes;
        this.quota = quota;
        body = new JsonBody(maxBodyBytes);
        events = new StatusEvents<>(workshop::get, RetrainingStatus::hasEnded);
    }

    void register(RoutesConfig routes) {
        routes.post("/v1/retrainings", this::order);
        routes.get("/v1/retrainings", context -> context.json(new RetrainingList(workshop.list())));
        routes.get(ONE, context -> context.json(workshop.get(id(context))));
        routes.get(ONE + "/report", this::report);
        // A stream has begun when its handler is called: too late for a problem.
        events.register(routes, ONE + "/events");
        routes.delete(ONE, context -> context.json(workshop.cancel(id(context), by(context))));
        routes.delete(IMAGERY, this::deleteImagery);
        routes.post(ONE + "/again", this::again);
    }

    private void order(Context context) throws IOException {
        String by = by(context);
        try {
            Optional<RetrainingStatus> taken = RetrainingUpload.isForm(context.req())
                    ? uploaded(context, by)
                    : workshop.order(document(context), by);
            RetrainingStatus status =
                    taken.orElseThrow(() -> new ProblemException(Problem.busy("The queue of retrainings is full.")));
            context.status(202).header("Location", "/v1/retrainings/" + status.id());
            context.json(status);
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    private Optional<RetrainingStatus> uploaded(Context context, String by) throws IOException {
        RetrainingUpload upload = new RetrainingUpload(quota.most(context, maxBodyBytes));
        Optional<RetrainingStatus> taken = upload.order(context.req(), workshop, by);
        taken.ifPresent(status -> quota.note(context, workshop.uploadFolder(status.id())));
        return taken;
    }

    private RetrainingOrder document(Context context) throws IOException {
        try (RequestFolder folder = new RequestFolder()) {
            JsonNode document = body.receive(context.req(), folder);
            return RetrainingOrder.read(document);
        }
    }

    private void again(Context context) throws IOException {
        QueryParameter.read(context, List.of());
        context.status(202).json(workshop.again(id(context)));
    }

    private void deleteImagery(Context context) throws IOException {
        workshop.deleteImagery(id(context));
        context.status(204);
    }

    private void report(Context context) throws IOException {
        boolean forPrograms =
                Optional.ofNullable(context.header("Accept")).orElse("").contains("application/json");
        context.contentType(forPrograms ? "application/json" : "text/markdown; charset=utf-8")
                .result(workshop.report(id(context), forPrograms));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static String by(Context context) {
        QueryParameter.read(context, List.of(Sender.BY));
        return Sender.inWords(context);
    }

    /** Ends the streams of events. */
    @Override
    public void close() {
        events.close();
    }
}
