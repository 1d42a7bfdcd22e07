package io.treehouse.datasets.sample;

import java.nio.file.Path;

/** One form of labels. Thread-safe. */
@FunctionalInterface
interface LabelSource {
    /**
     * Reads the labels of a picture.
     *
     * @param image the picture
     * @param labels file of its labels; whether it may be missing is up to the form
     * @return {@code [height * width]} bits of the allowed classes
     */
    byte[] read(ImageBytes image, Path labels);
}
