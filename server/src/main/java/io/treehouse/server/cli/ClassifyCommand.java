package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.job.SceneJob;
import io.treehouse.server.http.ClassifierService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse classify}: files and folders to class maps and answers, many in one JVM. */
@Command(
        name = "classify",
        description = "Classifies files, and all images in folders.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
    /** A class map has one byte a pixel and Java's arrays are read by windows, so this only stops absurd headers. */
    private static final long MAXIMUM_PIXELS = 1L << 32;

    /** As of a process that SIGTERM ended. */
    private static final int STOPPED = 143;

    private static final Logger LOG = LoggerFactory.getLogger(ClassifyCommand.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private RasterFlags raster;

    @Mixin
    private OutputFlags outputs;

    @Parameters(arity = "1..*", paramLabel = "FILE_OR_DIR", description = "Images, or folders of images.")
    private List<Path> inputs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the results.")
    private Path out;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Day of the imagery, YYYY-MM-DD; repeated in the answers.")
    private String date;

    @Option(
            names = "--sample",
            paramLabel = "FILE",
            description = "Labelled sample of the image's class map (see sample), which its areas are estimated from.")
    private Path sample;

    @Option(
            names = "--merge",
            paramLabel = "NAME",
            description = "Classify neighbouring images of one grid as one image with results of this name: what their"
                    + " borders cut is one object, and zones and areas are of all of it.")
    private String merge;

    @Option(names = "--json", description = "Print each answer as one line of JSON.")
    private boolean json;

    private int faults;

    @Override
    public Integer call() throws InterruptedException, IOException {
        RasterOptions options = raster.options();
        String checkedDate = ClassifierService.checkedDate(date);
        outputs.check();
        requireFile("--sample", sample);
        List<ClassifyJob> jobs = merge == null ? ClassifyPlan.of(inputs) : List.of(ClassifyPlan.merged(inputs, merge));
        if (sample != null && jobs.size() > 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--sample is of one class map, but there are " + jobs.size() + " images",
                    "Give the one image that it was drawn for");
        }
        jobs.stream()
                .filter(ClassifyJob::isRenamed)
                .forEach(job -> say(job.image() + " is written as " + job.target()));
        UnfinishedJobs.abandoned(out, jobs)
                .forEach(folder ->
                        say(folder + " is left of a run that did not end: classify its image again, or delete it"));
        int failed = 0;
        try (StopSignal stop = new StopSignal()) {
            try (TileClassifier classifier = model.open()) {
                for (ClassifyJob job : jobs) {
                    failed += classify(classifier, stop, job, options, checkedDate) ? 0 : 1;
                }
            } catch (InterruptedException stopped) {
                // Before the signal is let go: then the process ends at once.
                say("Stopped; the same command goes on where this one was");
                return STOPPED;
            }
        }
        say("%d of %d classified into %s%s".formatted(jobs.size() - failed, jobs.size(), out, failures(failed)));
        return failed == 0 ? 0 : 1;
    }

    static void requireFile(String option, Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new InputProblem(Kind.NOT_FOUND, "There is no file " + file, "Correct " + option);
        }
    }

    private String failures(int failed) {
        String all = failed == 0 ? "" : ", " + failed + " failed";
        return faults == 0 ? all : all + " (" + faults + " by faults of the program; the log above has their causes)";
    }

    /** Classifies one image; says what is wrong and returns false if that cannot be done. */
    private boolean classify(
            TileClassifier classifier, StopSignal stop, ClassifyJob job, RasterOptions options, String checkedDate)
            throws InterruptedException {
        Path target = out.resolve(job.target());
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            TileRequest request = new TileRequest(
                    job.images(),
                    options,
                    MAXIMUM_PIXELS,
                    job.target().toString(),
                    checkedDate,
                    outputs.of(target),
                    outputs.zones(target),
                    Optional.ofNullable(sample));
            TileClassification answer = classify(classifier, stop, job, request, target);
            if (json) {
                print(JSON.writeValueAsString(answer));
            }
            return true;
        } catch (InputProblem problem) {
            say(job.words() + ": " + Failures.inWords(problem));
        } catch (UncheckedIOException unwritable) {
            say(job.words() + ": " + unwritable.getMessage() + ": "
                    + unwritable.getCause().getMessage() + ". What is finished stays; the same command goes on there.");
        } catch (IOException unwritable) {
            say(job.words() + ": the results cannot be written to " + target + ": " + unwritable.getMessage());
        } catch (RuntimeException fault) {
            faults++;
            LOG.error("{}: the program failed, and that is its own fault; please report this", job.words(), fault);
        }
        return false;
    }

    /** Classifies as a job, going on with what an earlier run of the same finished. */
    private TileClassification classify(
            TileClassifier classifier, StopSignal stop, ClassifyJob job, TileRequest request, Path target)
            throws InterruptedException, IOException {
        try (SceneJob scene = SceneJob.open(classifier, request, UnfinishedJobs.folder(target))) {
            stop.watch(scene);
            scene.changed()
                    .ifPresent(changed -> say(job.words() + ": an earlier run did not end; this one starts anew, for it"
                            + " differs in " + changed));
            if (scene.windowsFromBefore() > 0) {
                say(job.words() + ": goes on after " + scene.windowsFromBefore() + " windows of an earlier run");
            }
            try (FileProgress progress = FileProgress.of(job.name(), scene.windowsFromBefore(), this::say)) {
                TileClassification answer = scene.run(progress);
                scene.publish(target.resolveSibling(target.getFileName() + ".json"), PRETTY.writeValueAsBytes(answer));
                scene.finish();
                return answer;
            }
        }
    }

    /** Messages go to the error stream, so that the answers of --json stay alone on the output. */
    private void say(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
    }

    private void print(String line) {
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.println(line);
        stdout.flush();
    }
}
