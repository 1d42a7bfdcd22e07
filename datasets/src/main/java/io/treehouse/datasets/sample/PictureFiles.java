package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the pictures of a catalogue. */
final class PictureFiles {
    private PictureFiles() {}

    /** The pictures by name. */
    static SortedMap<String, Path> of(Catalog catalog) {
        SortedMap<String, Path> pictures = new TreeMap<>();
        for (Path picture : matching(catalog.root(), catalog.images())) {
            String name = nameOf(picture);
            Path other = pictures.put(name, catalog.root().resolve(picture));
            if (other != null) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "The pictures %s and %s of the data set %s have one name, '%s'"
                                .formatted(other, picture, catalog.name(), name),
                        "Narrow 'images' in the catalogue, or rename one of them");
            }
        }
        return pictures;
    }

    private static List<Path> matching(Path root, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize).filter(matcher::matches).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder " + root + " cannot be listed", unreadable);
        }
    }

    private static String nameOf(Path picture) {
        String path = picture.toString().replace('\\', '/').replaceFirst("(^|/)images/", "$1");
        int ending = path.lastIndexOf('.');
        return ending < 0 ? path : path.substring(0, ending);
    }
}
