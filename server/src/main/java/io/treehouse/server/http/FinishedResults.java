package io.treehouse.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.jobs.Job;
import io.treehouse.server.jobs.JobFolder;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.store.JobState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The finished results, whether they are of tiles or of jobs. Thread-safe. */
final class FinishedResults {
    private static final JsonFactory JSON = new JsonFactory();

    private final ResultStore tiles;
    private final Optional<Jobs> jobs;

    FinishedResults(ResultStore tiles, Optional<Jobs> jobs) {
        this.tiles = tiles;
        this.jobs = jobs;
    }

    /**
     * The result of a name.
     *
     * @throws InputProblem if there is none, or it is not finished
     */
    FinishedResult get(UUID id) {
        Optional<KeptResult> tile = tile(id);
        return tile.isPresent() ? tile.get().finished() : of(job(id));
    }

    /** The tile of a name, if there is one; throws if it is not finished. */
    Optional<KeptResult> tile(UUID id) {
        Optional<KeptResult> tile = tiles.find(id);
        if (tile.isPresent() && !tile.get().isDone()) {
            throw new InputProblem(Kind.CONFLICT, "The result is still in work.", "GET it until its state is 'done'.");
        }
        return tile;
    }

    /** The job of a name, where there is no tile; tiles are looked for first, since they need no database. */
    Job job(UUID id) {
        return jobs.flatMap(open -> open.find(id.toString()))
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no result " + id + ".",
                        "Results of tiles are kept for %d minutes after their last use, those of jobs as long as the job."
                                .formatted(ResultStore.LIFETIME.toMinutes())));
    }

    /** What there is of a job; throws if it is not done. */
    FinishedResult of(Job job) {
        requireDone(job);
        return of(job, jobs.orElseThrow().folder(job.id()));
    }

    /** What there is of a job that is done. */
    static FinishedResult of(Job job, JobFolder folder) {
        List<String> files = folder.resultFiles().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        return new FinishedResult(
                job.id(), folder.answer(), folder.classMap(), job.ended(), isPlaced(folder.answer()), files);
    }

    /** Reads no further than it must: zones may follow by the thousand, and lists of jobs ask this of each. */
    private static boolean isPlaced(Path answer) {
        try (InputStream in = Files.newInputStream(answer);
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isCrs = parser.currentName().equals("crs");
                boolean isKnown = parser.nextToken() != JsonToken.VALUE_NULL;
                if (isCrs) {
                    return isKnown;
                }
                parser.skipChildren();
            }
            return false;
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of a job's result. */
    Path file(Job job, String name) {
        requireDone(job);
        return jobs.orElseThrow().result(job.id(), name).orElseThrow(() -> noFile(name));
    }

    static InputProblem noFile(String name) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "The result has no file '" + name + "'.",
                "The result's document links those that it has.");
    }

    private static void requireDone(Job job) {
        if (job.state() != JobState.DONE) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    "The job " + job.id() + " is " + job.state().word() + ": " + job.words() + ".",
                    "GET " + JobRoutes.ALL + "/" + job.id()
                            + " says how far it is; a result is there once it is done.");
        }
    }
}
