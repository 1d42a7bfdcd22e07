package io.treehouse.model.bundle;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;

/**
 * Pixels of one place by label and prediction, as measured by the code that serves.
 *
 * @param dataset name of the data set
 * @param place name of the place or group within it
 * @param split {@code validation} or {@code test}
 * @param rows counts, one row a label that occurs
 */
public record ErrorMatrix(String dataset, String place, String split, List<Row> rows) {
    public ErrorMatrix {
        if (dataset.isBlank() || place.isBlank() || split.isBlank()) {
            throw new IllegalArgumentException("An error matrix names its data set, place and split");
        }
        rows = List.copyOf(rows);
    }

    /**
     * Pixels with one label.
     *
     * @param label the classes that the label allows
     * @param predicted pixels by predicted class, in the order of the classes' codes
     */
    public record Row(ClassSet label, List<Long> predicted) {
        public Row {
            predicted = List.copyOf(predicted);
            if (label.isIgnore()
                    || predicted.size() != SurfaceClass.COUNT
                    || predicted.stream().anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException("Impossible row of an error matrix: " + label + " " + predicted);
            }
        }
    }
}
