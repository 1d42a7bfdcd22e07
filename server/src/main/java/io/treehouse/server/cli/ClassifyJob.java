package io.treehouse.server.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * An image to classify and where its results go.
 *
 * @param images the image's file, or those of neighbours that are classified as one image
 * @param folder folder of the results, relative to the output folder; empty for the output folder itself
 * @param name the results' file name without extensions
 */
record ClassifyJob(List<Path> images, Path folder, String name) {
    ClassifyJob {
        images = List.copyOf(images);
    }

    /** One file. */
    ClassifyJob(Path image, Path folder, String name) {
        this(List.of(image), folder, name);
    }

    /** The image's file, the first of several. */
    Path image() {
        return images.get(0);
    }

    /** What it is, for messages. */
    String words() {
        return images.size() == 1 ? image().toString() : name + " (" + images.size() + " images)";
    }

    /** Results' path relative to the output folder, without extensions. */
    Path target() {
        return folder.resolve(name);
    }

    /** Whether the results are not simply named after the image. */
    boolean isRenamed() {
        return images.size() == 1 && !name.equals(ImageFiles.stem(image()));
    }

    ClassifyJob named(String newName) {
        return new ClassifyJob(images, folder, newName);
    }
}
