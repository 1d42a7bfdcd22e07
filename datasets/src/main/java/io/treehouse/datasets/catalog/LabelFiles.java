package io.treehouse.datasets.catalog;

import java.util.Objects;

/**
 * How the labels of a data set are stored.
 *
 * @param kind form of the labels
 * @param folder name of the folder of labels, which stands in place of the images' folder
 * @param extension ending of the label files, with its dot
 */
public record LabelFiles(Kind kind, String folder, String extension) {
    /** Forms of labels. */
    public enum Kind {
        /** A picture whose colours are in the legend; in-between colours count as the nearest. */
        COLOUR_MASK,
        /** A single band whose values are in the legend. */
        VALUE_MASK,
        /** A table of tree positions, with near infrared in the image's fourth band. */
        TREE_POINTS
    }

    public LabelFiles {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(extension, "extension");
    }
}
