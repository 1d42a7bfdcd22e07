package io.treehouse.server.jobs;

import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.DisplayFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one job.
 *
 * @param path the folder
 */
public record JobFolder(Path path) {
    /** Name of the scene's picture among the results. */
    public static final String PICTURE = "picture.jpg";
    /** Name of the file with class and confidence of the picture's pixels. */
    public static final String PIXELS = "pixels.bin";

    /** The tile, zones, sample or area of interest that came with the request. */
    public Path input(String field) {
        return path.resolve("input").resolve(field);
    }

    /** A field's file, if one came. */
    Optional<Path> given(String field) {
        return Optional.of(input(field)).filter(Files::exists);
    }

    /** The folder of what came with the request. */
    public Path inputs() {
        return path.resolve("input");
    }

    /** The answer. */
    public Path answer() {
        return results().resolve("answer.json");
    }

    /** The class map. */
    public Path classMap() {
        return results().resolve("classes.tif");
    }

    /** The figures of zones. */
    Path zoneFigures() {
        return results().resolve("zones.gpkg");
    }

    /** The probabilities of classes. */
    public Path probabilities() {
        return results().resolve("probabilities.tif");
    }

    /** What a viewer shows the scene from. */
    public DisplayFiles display() {
        return new DisplayFiles(results().resolve(PICTURE), results().resolve(PIXELS));
    }

    /** The objects. */
    public Path objects(FeatureFormat format) {
        return results().resolve("objects." + format.extension());
    }

    /** The folder of results. */
    public Path results() {
        return path.resolve("results");
    }

    /** What is kept while it is being classified, on the file system of the results. */
    Path unfinished() {
        return results().resolve(".unfinished");
    }

    /** The results that are there, by their names. */
    public List<Path> resultFiles() {
        if (!Files.isDirectory(results())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything that it takes on the disk, in bytes. */
    static long bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Deletes all of it. */
    public void delete() {
        delete(path);
    }

    /** Deletes what came with the request, which nobody needs once it is classified. */
    void deleteInputs() {
        delete(inputs());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
