package io.treehouse.inference.job;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.RunSupport;
import io.treehouse.inference.classify.StagedFile;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.WindowProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One classification that goes on where it stopped, however its process ended. It keeps finished windows and unfinished
 * files in a folder of its own; a later job with the same folder, input, parameters, model and program goes on there, and
 * its results are the same bit for bit as without the interruption. If any of those changed it starts anew.
 *
 * <p>The order of things: {@link #open}, {@link #run}, then {@link #publish} what belongs to the results too, and {@link
 * #finish}. {@link #close} without that leaves the folder for later. Results appear under their names complete, with their
 * content on the disk, and the folder goes last. Belongs to one thread, but for {@link #cancel}.
 */
public final class SceneJob implements AutoCloseable {
    private final TileClassifier classifier;
    private final TileRequest request;
    private final WorkingFolder folder;
    private final WindowJournal journal;
    private final InputFingerprint input;
    private final int windowsFromBefore;
    private final Optional<String> changed;
    private Thread running;
    private boolean cancelled;
    private boolean useless;

    private SceneJob(TileClassifier classifier, TileRequest request, WorkingFolder folder) throws IOException {
        this.classifier = classifier;
        this.request = request;
        this.folder = folder;
        input = InputFingerprint.of(request.files());
        JobIdentity identity = JobIdentity.of(input, request, classifier.model(), classifier.programVersion());
        changed = WindowJournal.identity(folder.journal()).flatMap(identity::changedSince);
        journal = WindowJournal.open(folder.journal(), identity);
        windowsFromBefore = journal.windows();
    }

    /**
     * Opens a job; goes on with what is in its folder where that belongs to the same job.
     *
     * @param folder a folder for this job alone, on the file system of its results; made if need be
     * @throws InputProblem if there is no such input, or another job works in the folder
     * @throws IOException if the folder cannot be written to
     */
    public static SceneJob open(TileClassifier classifier, TileRequest request, Path folder) throws IOException {
        for (Path file : request.files()) {
            if (!Files.isRegularFile(file)) {
                throw new InputProblem(Kind.NOT_FOUND, "There is no file " + file.toAbsolutePath(), "Check the path");
            }
        }
        WorkingFolder working = WorkingFolder.open(folder);
        try {
            return new SceneJob(classifier, request, working);
        } catch (IOException | RuntimeException fault) {
            working.close();
            throw fault;
        }
    }

    /** Windows that an earlier run finished, which this one need not classify. */
    public int windowsFromBefore() {
        return windowsFromBefore;
    }

    /** What changed since an earlier run, so that this one starts anew, in words; empty if nothing did. */
    public Optional<String> changed() {
        return changed;
    }

    /**
     * Classifies; the files asked for appear at the end.
     *
     * @param progress is told after every window, those from before included, on the calling thread
     * @throws InputProblem if the input cannot be classified or changed meanwhile; nothing is kept for later then
     * @throws InterruptedException if the job is cancelled or the thread interrupted
     * @throws java.io.UncheckedIOException if something cannot be written, for instance because the disk is full
     */
    public TileClassification run(WindowProgress progress) throws InterruptedException {
        begin();
        try {
            RunSupport support = new RunSupport(journal, Optional.of(folder.path()), this::requireSameInput);
            return classifier.classify(request, support, new SyncingProgress(journal, progress));
        } catch (InputProblem problem) {
            useless = true;
            throw problem;
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("The job was cancelled before it began");
        }
        running = Thread.currentThread();
    }

    private synchronized void end() {
        running = null;
    }

    private void requireSameInput() {
        if (!InputFingerprint.of(request.files()).equals(input)) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The file changed while it was being classified",
                    "Classify it again when nothing writes to it any more");
        }
    }

    /** Stops the job soon; what is finished stays for later. From any thread. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Lets a further file appear, complete or not at all. */
    public void publish(Path target, byte[] content) throws IOException {
        try (StagedFile file = new StagedFile(target, Optional.of(folder.path()), "")) {
            Files.write(file.path(), content);
            file.publish();
        }
    }

    /** Forgets what was kept for later: all results are in their places. */
    public void finish() {
        useless = true;
    }

    /** Closes the job; what is finished stays for later unless that is of no use. */
    @Override
    public void close() throws IOException {
        try (folder) {
            journal.close();
            if (useless || journal.windows() == 0) {
                folder.delete();
            }
        }
    }

    /** The folders in a folder that are left of jobs which nobody works on. */
    public static List<Path> abandoned(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(WorkingFolder::isAbandoned).sorted().toList();
        }
    }
}
