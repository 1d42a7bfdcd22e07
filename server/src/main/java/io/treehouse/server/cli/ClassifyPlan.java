package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names the results of all images before any is classified. A result is named after its image, below a given folder with
 * its path in there. Equally named images of different folders get as much of their folders into the names as tells them
 * apart; the names depend on the images alone, not on what lies in the output folder.
 */
final class ClassifyPlan {
    private ClassifyPlan() {}

    /**
     * The jobs for files and folders, in their order.
     *
     * @throws InputProblem when two images would still have one result, or there is no image
     */
    static List<ClassifyJob> of(List<Path> filesAndFolders) {
        List<ClassifyJob> named = tellApart(jobs(filesAndFolders));
        refuseEqualTargets(named);
        return named;
    }

    /**
     * The one job for the images of files and folders, which are neighbours, as one image.
     *
     * @param name the name of its results
     * @throws InputProblem if there is no image, or the name is a path
     */
    static ClassifyJob merged(List<Path> filesAndFolders, String name) {
        if (name.isBlank() || Path.of(name).getNameCount() != 1 || name.startsWith(".")) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_PARAMETER,
                    "The merged image cannot be named '" + name + "'.",
                    "Give --merge a name for the results, without folders.");
        }
        List<Path> images = jobs(filesAndFolders).stream()
                .map(ClassifyJob::image)
                .distinct()
                .toList();
        return new ClassifyJob(images, Path.of(""), name);
    }

    /** A job for each image. */
    private static List<ClassifyJob> jobs(List<Path> filesAndFolders) {
        List<ClassifyJob> jobs = new ArrayList<>();
        for (Path given : filesAndFolders) {
            if (Files.isDirectory(given)) {
                ImageFiles.below(given).forEach(image -> jobs.add(job(image, given.relativize(image))));
            } else {
                jobs.add(job(given, given.getFileName()));
            }
        }
        if (jobs.isEmpty()) {
            throw new InputProblem(
                    InputProblem.Kind.NOT_FOUND,
                    "There is no image in " + joined(filesAndFolders) + ".",
                    "Images are files that end in .tif, .tiff, .png, .jpg, .jpeg or .jp2.");
        }
        return jobs;
    }

    private static ClassifyJob job(Path image, Path relative) {
        Path folder = relative.getParent() == null ? Path.of("") : relative.getParent();
        return new ClassifyJob(image, folder, ImageFiles.stem(image));
    }

    private static List<ClassifyJob> tellApart(List<ClassifyJob> jobs) {
        Map<Path, List<ClassifyJob>> byTarget = byTarget(jobs);
        return jobs.stream()
                .map(job -> withFolders(job, byTarget.get(job.target())))
                .toList();
    }

    /** Adds the folders above an image to its name, nearest first, until no other image of the group has that name. */
    private static ClassifyJob withFolders(ClassifyJob job, List<ClassifyJob> group) {
        if (group.stream().map(ClassifyPlan::folderNames).distinct().count() < group.size()) {
            return job; // two of one folder: no folder's name tells them apart, and the plan is refused
        }
        int depth = 0;
        while (!isUnique(job, group, depth) && depth < folderNames(job).size()) {
            depth++;
        }
        return job.named(nameAt(job, depth));
    }

    private static boolean isUnique(ClassifyJob job, List<ClassifyJob> group, int depth) {
        String name = nameAt(job, depth);
        return group.stream().filter(other -> nameAt(other, depth).equals(name)).count() == 1;
    }

    private static String nameAt(ClassifyJob job, int depth) {
        List<String> folders = folderNames(job);
        String prefix = folders.subList(Math.max(0, folders.size() - depth), folders.size()).stream()
                .map(folder -> folder + "_")
                .collect(Collectors.joining());
        return prefix + job.name();
    }

    /** Names of the folders above an image, from the root down. */
    private static List<String> folderNames(ClassifyJob job) {
        List<String> names = new ArrayList<>();
        for (Path part : job.image().toAbsolutePath().normalize().getParent()) {
            names.add(part.toString());
        }
        return names;
    }

    private static void refuseEqualTargets(List<ClassifyJob> jobs) {
        for (List<ClassifyJob> group : byTarget(jobs).values()) {
            if (group.size() > 1) {
                Set<Path> images = group.stream().map(ClassifyJob::image).collect(Collectors.toSet());
                throw new InputProblem(
                        InputProblem.Kind.INVALID_PARAMETER,
                        "%s would all be written to %s.classes.tif."
                                .formatted(joined(images), group.get(0).target()),
                        "Give each image once, and equally named ones in separate calls with folders of their own.");
            }
        }
    }

    private static Map<Path, List<ClassifyJob>> byTarget(List<ClassifyJob> jobs) {
        return jobs.stream()
                .collect(Collectors.groupingBy(ClassifyJob::target, LinkedHashMap::new, Collectors.toList()));
    }

    private static String joined(Collection<Path> paths) {
        return paths.stream().map(Path::toString).sorted().collect(Collectors.joining(", "));
    }
}
