package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.jobs.Job;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The paths below {@code /v1/jobs}: how scenes are handed in, followed and taken back. */
final class JobRoutes implements AutoCloseable {
    /** Path of all jobs. */
    static final String ALL = "/v1/jobs";
    /** Path of one. */
    static final String ONE = ALL + "/{id}";
    /** The header by which a request that is sent again is known. */
    static final String KEY = "Idempotency-Key";

    private static final int LISTED = 100;
    private static final int LONGEST_KEY = 200;

    private final Jobs jobs;
    private final DiskQuota quota;
    private final JobSettings settings;
    private final StatusEvents<JobDocument> events;

    /** @param quota what callers may keep */
    JobRoutes(Jobs jobs, DiskQuota quota) {
        this.jobs = jobs;
        this.quota = quota;
        settings = jobs.settings();
        events = new StatusEvents<>(id -> document(job(id)), JobDocument::isFinal);
    }

    void register(RoutesConfig routes) {
        routes.post(ALL, this::submit);
        routes.get(ALL, this::list);
        routes.get(ONE, context -> context.json(document(job(id(context)))));
        events.register(routes, ONE + "/events");
        routes.delete(ONE, this::remove);
    }

    private void submit(Context context) throws IOException {
        try {
            Map<String, String> parameters = QueryParameter.read(context, TileParameters.OF_JOBS);
            String caller = Sender.name(context);
            String key = key(context);
            Optional<Job> known = key == null ? Optional.empty() : jobs.byKey(caller, key);
            if (known.isPresent()) {
                UnreadBody.discard(context.req());
                answer(context, sameAs(known.get(), parameters));
                return;
            }
            if (jobs.isFull()) {
                throw new ProblemException(Problem.busy("As many jobs wait as may, " + settings.mostQueued() + "."));
            }
            answer(context, receive(context, caller, key, parameters));
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    private static void answer(Context context, JobDocument document) {
        context.status(202).header("Location", document.links().get("self"));
        context.json(document);
    }

    private static String key(Context context) {
        String key = context.header(KEY);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The " + KEY + " has " + key.length() + " characters",
                    "Give 1 to " + LONGEST_KEY + ", such as a random UUID");
        }
        return key;
    }

    private JobDocument sameAs(Job known, Map<String, String> parameters) {
        if (!given(parameters).equals(known.parameters())) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    "The " + KEY + " belongs to the job " + known.id() + ", which has other parameters",
                    "Choose another key for another scene");
        }
        return document(known);
    }

    /** The parameters that are kept: all but the path, which has a place of its own. */
    private static Map<String, String> given(Map<String, String> parameters) {
        Map<String, String> given = new TreeMap<>(parameters);
        given.remove("path");
        return given;
    }

    private JobDocument receive(Context context, String caller, String key, Map<String, String> parameters)
            throws IOException {
        ClassifierService.checkedId(parameters.get("id"));
        ClassifierService.checkedDate(parameters.get("date"));
        String id = UUID.randomUUID().toString();
        String scene = parameters.get("path");
        long maxBytes = quota.most(context, jobs.bytesLeft());
        RequestFolder folder = RequestFolder.in(jobs.prepare(id));
        try {
            quota.note(context, jobs.folder(id).path());
            SceneUpload.receive(context.req(), folder, maxBytes, scene == null);
            return document(jobs.submit(id, caller, key, scene, given(parameters)));
        } catch (InputProblem problem) {
            folder.close();
            jobs.folder(id).delete();
            throw inTheSendersWords(problem, folder.path());
        } catch (IOException | RuntimeException fault) {
            folder.close();
            jobs.folder(id).delete();
            throw fault;
        }
    }

    /** Messages name the files that were read; their sender does not know where they lay on the server. */
    private static InputProblem inTheSendersWords(InputProblem problem, Path folder) {
        String detail = problem.getMessage().replace(folder + "/", "the ");
        return new InputProblem(problem.kind(), detail, problem.remedy(), problem);
    }

    private void remove(Context context) {
        Job job = job(id(context));
        requireSender(context, job);
        Optional<Job> left = jobs.remove(job);
        if (left.isPresent()) {
            context.json(document(left.get()));
        } else {
            context.status(204);
        }
    }

    /** Lets nobody take back the job of another. */
    static void requireSender(Context context, Job job) {
        Sender.requireIs(context, job.caller(), "The job " + job.id());
    }

    /** The queue is looked at once for all of them. */
    private void list(Context context) {
        List<Job> queue = jobs.queue();
        context.json(new JobList(
                jobs.latest(LISTED).stream().map(job -> document(job, queue)).toList()));
    }

    private JobDocument document(Job job) {
        return document(job, job.state().isEnd() ? List.of() : jobs.queue());
    }

    private JobDocument document(Job job, List<Job> queue) {
        return JobDocument.of(job, jobs.estimate(job, queue), jobs.folder(job.id()), settings.kept());
    }

    private Job job(String id) {
        return jobs.find(id)
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no job '" + id + "'",
                        "GET " + ALL + " lists the jobs; ended ones are kept for "
                                + settings.kept().toDays() + " days"));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    /** Ends the streams of events. */
    @Override
    public void close() {
        events.close();
    }
}
