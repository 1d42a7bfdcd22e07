package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.jobs.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what scenes which are handed in as jobs may take. */
final class JobOptions {
    private static final long GIB = 1L << 30;

    @Option(
            names = "--scenes",
            paramLabel = "DIR",
            description = "Folder below which jobs may name scenes with path=. Default: none.")
    private Path scenes;

    @Option(
            names = "--jobs-gib",
            paramLabel = "N",
            defaultValue = "50",
            description = "Most GiB of all scenes and results of jobs. Default: ${DEFAULT-VALUE}.")
    private long jobsGib;

    @Option(
            names = "--jobs-queued",
            paramLabel = "N",
            defaultValue = "100",
            description = "Most jobs that wait. Default: ${DEFAULT-VALUE}.")
    private int queued;

    @Option(
            names = "--jobs-days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Days for which ended jobs and their results are kept. Default: ${DEFAULT-VALUE}.")
    private int days;

    /** The settings for jobs below a home folder. */
    JobSettings settings(Path home) {
        if (jobsGib < 1 || queued < 1 || days < 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--jobs-gib, --jobs-queued and --jobs-days cannot be %d, %d and %d"
                            .formatted(jobsGib, queued, days),
                    "Give at least 1");
        }
        if (scenes != null && !Files.isDirectory(scenes)) {
            throw new InputProblem(Kind.NOT_FOUND, "There is no folder " + scenes, "Correct --scenes");
        }
        return new JobSettings(
                home.resolve("jobs"), jobsGib * GIB, queued, Duration.ofDays(days), Optional.ofNullable(scenes));
    }
}
