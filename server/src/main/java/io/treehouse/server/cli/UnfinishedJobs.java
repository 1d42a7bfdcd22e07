package io.treehouse.server.cli;

import io.treehouse.inference.job.SceneJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where {@code classify} keeps what is unfinished: in hidden folders beside the results. */
final class UnfinishedJobs {
    private static final String ENDING = ".unfinished";

    private UnfinishedJobs() {}

    /** The folder for the results of one image, whose path without extensions is {@code target}. */
    static Path folder(Path target) {
        return target.toAbsolutePath().resolveSibling("." + target.getFileName() + ENDING);
    }

    /** What earlier runs left unfinished beside the results of these jobs, and none of them will go on with. */
    static List<Path> abandoned(Path out, List<ClassifyJob> jobs) throws IOException {
        Set<Path> ours =
                jobs.stream().map(job -> folder(out.resolve(job.target()))).collect(Collectors.toSet());
        Set<Path> parents = ours.stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        List<Path> left = new ArrayList<>();
        for (Path parent : parents) {
            if (Files.isDirectory(parent)) {
                SceneJob.abandoned(parent).stream()
                        .filter(folder -> !ours.contains(folder))
                        .forEach(left::add);
            }
        }
        return left;
    }
}
