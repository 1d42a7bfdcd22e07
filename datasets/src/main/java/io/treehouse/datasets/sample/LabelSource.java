package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** One form of labels. Thread-safe. */
@FunctionalInterface
interface LabelSource {
    /** Reads the labels of a picture. */
    PixelLabels read(Picture picture);

    /** Refuses a picture whose label file is not there. */
    static void requireFile(Path labels, Picture picture) {
        if (!Files.isRegularFile(labels)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The picture " + picture.file() + " has no labels: there is no file " + labels,
                    "Add it, or leave the picture out of 'images'");
        }
    }

    /** The form that a catalogue's labels have. */
    static LabelSource of(Catalog catalog) {
        LabelFiles labels = catalog.labels();
        if (labels instanceof LabelFiles.ColourMask masks) {
            return new ColourMask(masks, catalog.legend());
        }
        if (labels instanceof LabelFiles.ValueMask masks) {
            return new ValueMask(masks, catalog.legend());
        }
        if (labels instanceof LabelFiles.TreePoints points) {
            return new TreePoints(points, catalog.bands().orElseThrow());
        }
        if (labels instanceof LabelFiles.CrownBoxes boxes) {
            return new CrownBoxes(boxes, catalog.legend());
        }
        return new Polygons((LabelFiles.Polygons) labels, catalog.legend());
    }
}
