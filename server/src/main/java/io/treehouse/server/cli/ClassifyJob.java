package io.treehouse.server.cli;

import java.nio.file.Path;

/**
 * One image to classify and where its results go.
 *
 * @param image the image's file
 * @param folder folder of the results, relative to the output folder; empty for the output folder itself
 * @param name the results' file name without extensions
 */
record ClassifyJob(Path image, Path folder, String name) {

    /** Results' path relative to the output folder, without extensions. */
    Path target() {
        return folder.resolve(name);
    }

    /** Whether the results are not simply named after the image. */
    boolean isRenamed() {
        return !name.equals(ImageFiles.stem(image));
    }

    ClassifyJob named(String newName) {
        return new ClassifyJob(image, folder, newName);
    }
}
