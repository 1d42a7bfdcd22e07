package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.Objects;

/**
 * What was counted on one picture.
 *
 * @param set data set
 * @param place what is resampled as one in a bootstrap
 * @param name picture within the data set
 * @param gsdMetres ground sampling distance of the picture
 * @param confusion its pixels by label and predicted class; not to be changed
 * @param boundaries how well its boundaries were found
 * @param objects how many of its objects were found
 */
public record TileScore(
        String set,
        String place,
        String name,
        double gsdMetres,
        LabelConfusion confusion,
        BoundaryScores boundaries,
        ObjectScores objects) {
    public TileScore {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(confusion, "confusion");
        Objects.requireNonNull(boundaries, "boundaries");
        Objects.requireNonNull(objects, "objects");
        if (!(gsdMetres > 0)) {
            throw new IllegalArgumentException("Impossible ground sampling distance " + gsdMetres);
        }
    }

    /**
     * Scores a class map against a picture's labels. Pixels without label or without answer are not counted.
     *
     * @param classes {@code [height, width]} codes 0…4, 255 where there is no answer
     */
    static TileScore of(LabelledTile tile, byte[] classes, ObjectScores objects) {
        LabelConfusion confusion = new LabelConfusion();
        for (int pixel = 0; pixel < classes.length; pixel++) {
            int predicted = classes[pixel] & 255;
            if (predicted < SurfaceClass.COUNT) {
                confusion.add(tile.classSets()[pixel], predicted);
            }
        }
        BoundaryScores boundaries = BoundaryScores.of(tile, classes);
        return new TileScore(tile.set(), tile.place(), tile.name(), tile.gsdMetres(), confusion, boundaries, objects);
    }
}
