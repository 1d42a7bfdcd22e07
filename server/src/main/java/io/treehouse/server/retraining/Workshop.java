package io.treehouse.server.retraining;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.store.JobState;
import io.treehouse.server.store.Store;
import io.treehouse.training.retrain.RetrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes orders for retrainings and tells how far they are; a {@link WorkshopRunner} works them off, one at a time. Orders are kept
 * in the database, everything else in a folder for each. Thread-safe.
 */
public final class Workshop implements AutoCloseable {
    /** Imagery that came with an order lies here in its folder. */
    private static final String UPLOAD = "upload";

    /** And here what people had said about answers when its turn came. */
    private static final String FEEDBACK = "feedback";

    private static final int LONGEST_QUEUE = 20;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RetrainingTable table;
    private final Path folder;
    private final CatalogFolder catalogs;
    private final FeedbackShelf feedback;
    private final WorkerCommand worker;
    private final WorkshopRunner runner;

    /**
     * Opens the workshop of a server; nothing is worked on before {@link #begin}, which goes on with what an earlier one left.
     *
     * @param home the server's home folder
     * @param catalogs what callers may name
     * @param worker how processes are started
     */
    public Workshop(Store store, Path home, CatalogFolder catalogs, WorkerCommand worker) throws IOException {
        this(store, home, catalogs, worker, null);
    }

    /** For tests: with another command for each retraining; null for the usual one. */
    Workshop(Store store, Path home, CatalogFolder catalogs, WorkerCommand worker, List<String> command)
            throws IOException {
        this.table = new RetrainingTable(store, serverId(home));
        this.folder = home.resolve("retrainings");
        this.catalogs = catalogs;
        this.feedback = new FeedbackShelf(store, home);
        this.worker = worker;
        this.runner = new WorkshopRunner(
                table, folder, command == null ? this::command : job -> withFolder(command, folder.resolve(job.id())));
    }

    /** What tells this server's rows from those of others in one database; it stays with the home folder. */
    private static String serverId(Path home) throws IOException {
        Path file = home.resolve("server-id");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }

    /** Begins to work off the queue, in a thread of its own that also opens the database. */
    public void begin() {
        runner.begin();
    }

    private static List<String> withFolder(List<String> command, Path folder) {
        List<String> whole = new ArrayList<>(command);
        whole.add(folder.toString());
        return whole;
    }

    /**
     * Takes an order; it is checked as far as that can be done at once.
     *
     * @param askedBy who asks
     * @throws InputProblem if it makes no sense, or a catalogue cannot be used
     * @return empty if the queue is full
     */
    public Optional<RetrainingStatus> order(RetrainingOrder order, String askedBy) {
        return order(newId(), order, askedBy);
    }

    /** A name for a retraining whose imagery comes with the order. */
    public String newId() {
        byte[] random = new byte[3];
        RANDOM.nextBytes(random);
        return ZonedDateTime.now(ZoneOffset.UTC).format(STAMP) + "-"
                + HexFormat.of().formatHex(random);
    }

    /** Where imagery that comes with an order is put before {@link #order(String, RetrainingOrder, String)}; not made yet. */
    public Path uploadFolder(String id) {
        return folder.resolve(id).resolve(UPLOAD);
    }

    /** As the shorter method does, with a name from {@link #newId}. */
    public Optional<RetrainingStatus> order(String id, RetrainingOrder order, String askedBy) {
        request(id, order);
        if (wantsFeedback(order)) {
            feedback.requireAny();
        }
        if (!table.add(id, order, askedBy, LONGEST_QUEUE)) {
            return Optional.empty();
        }
        runner.wake();
        return Optional.of(get(id));
    }

    private RetrainingRequest request(String id, RetrainingOrder order) {
        List<Path> files = new ArrayList<>();
        imagery(id).catalog().ifPresent(uploaded -> files.add(catalogs.checked(uploaded)));
        order.catalogs().forEach(name -> files.add(catalogs.resolve(name)));
        if (wantsFeedback(order)) {
            files.add(feedbackFolder(id).resolve("dataset.json"));
        }
        return order.request(files);
    }

    private UploadedImagery imagery(String id) {
        return new UploadedImagery(id, uploadFolder(id));
    }

    private static boolean wantsFeedback(RetrainingOrder order) {
        return Boolean.TRUE.equals(order.feedback());
    }

    private Path feedbackFolder(String id) {
        return folder.resolve(id).resolve(FEEDBACK);
    }

    private List<String> command(RetrainingJob job) {
        if (wantsFeedback(job.order())) {
            feedback.labelsFor(feedbackFolder(job.id()));
        }
        return worker.of(
                request(job.id(), job.order()),
                Boolean.TRUE.equals(job.order().promote()),
                Boolean.TRUE.equals(job.order().locked()),
                job.askedBy(),
                folder.resolve(job.id()));
    }

    /** All, the newest first. */
    public List<RetrainingStatus> list() {
        return table.all().stream().map(this::status).toList();
    }

    /** One of them; {@link InputProblem} if there is none of that name. */
    public RetrainingStatus get(String id) {
        return status(find(id));
    }

    /** The report in words, or for programs; {@link InputProblem} if there is none yet. */
    public String report(String id, boolean forPrograms) throws IOException {
        Path file = folder.resolve(find(id).id()).resolve(forPrograms ? "report.json" : "report.md");
        if (!Files.exists(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The retraining " + id + " has no report yet.",
                    "Ask for /v1/retrainings/" + id + ": it says how far it is.");
        }
        return Files.readString(file);
    }

    /** Ends one that waits or is at work; its folder stays. */
    public RetrainingStatus cancel(String id, String by) {
        RetrainingJob job = find(id);
        if (!table.ended(id, JobState.CANCELLED, "cancelled by " + by)) {
            throw conflict(id, find(id).state(), "Only what waits or is at work can be cancelled.");
        }
        runner.stop(job);
        return get(id);
    }

    /** Lets one that failed go on from where it was. */
    public RetrainingStatus again(String id) throws IOException {
        RetrainingJob job = find(id);
        imagery(id).catalog();
        if (!table.again(id)) {
            throw conflict(id, job.state(), "Only what failed can be asked for again.");
        }
        runner.wake();
        return get(id);
    }

    /**
     * Deletes the imagery that came with an order, once that has ended. The rest of its folder stays, and what was learned.
     *
     * @throws InputProblem if it has not ended, or keeps no imagery
     */
    public void deleteImagery(String id) throws IOException {
        RetrainingJob job = find(id);
        if (!job.state().isEnd()) {
            throw conflict(id, job.state(), "Cancel it, or wait until it has ended.");
        }
        imagery(job.id()).delete();
    }

    private RetrainingJob find(String id) {
        return table.find(id)
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND, "There is no retraining '" + id + "'.", "GET /v1/retrainings lists them."));
    }

    private RetrainingStatus status(RetrainingJob job) {
        Path own = folder.resolve(job.id());
        String words = catalogs.hidden(job.words().replace(own + "/", "").replace(own.toString(), "its folder"));
        return RetrainingStatus.of(job, own, words);
    }

    private static InputProblem conflict(String id, JobState state, String remedy) {
        return new InputProblem(Kind.CONFLICT, "The retraining " + id + " is " + state.word() + ".", remedy);
    }

    /** Stops the process at work; the next workshop of this home goes on with it. */
    @Override
    public void close() {
        runner.close();
    }
}
