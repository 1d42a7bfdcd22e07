package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.LabelledTiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Some training pictures of every data set: drawn at random, but always the same. */
final class TrainingPictures {
    /** Side of a crop. */
    static final int CROP_PIXELS = 256;

    private static final int CROPS = 8;
    private static final int CHANNELS = 3;
    private static final long SEED = 7;

    private final List<LabelledTile> pictures = new ArrayList<>();

    /** @throws InputProblem if no data set has a training picture */
    TrainingPictures(List<Catalog> catalogs, Split split, int picturesPerSet) {
        for (Catalog catalog : catalogs) {
            LabelledTiles tiles = new LabelledTiles(catalog);
            List<String> names = new ArrayList<>(tiles.names().stream()
                    .filter(name -> split.partOf(catalog.name(), name) == Split.Part.TRAINING)
                    .sorted()
                    .toList());
            Collections.shuffle(names, new Random(SEED));
            names.stream().limit(picturesPerSet).map(tiles::read).forEach(pictures::add);
        }
        if (pictures.isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no training picture to find ranges of activations on",
                    "Name catalogues with pictures that are neither locked nor kept for validation");
        }
    }

    List<LabelledTile> all() {
        return Collections.unmodifiableList(pictures);
    }

    /** The middles of all pictures that are large enough. */
    List<float[]> middles() {
        return large().map(TrainingPictures::middle).toList();
    }

    /** The middles of a few of them, from the first data sets to the last. */
    List<float[]> crops() {
        List<LabelledTile> large = large().toList();
        List<float[]> crops = new ArrayList<>();
        for (int i = 0; i < Math.min(CROPS, large.size()); i++) {
            crops.add(middle(large.get(i * large.size() / Math.min(CROPS, large.size()))));
        }
        return crops;
    }

    private Stream<LabelledTile> large() {
        return pictures.stream().filter(picture -> Math.min(picture.width(), picture.height()) >= CROP_PIXELS);
    }

    private static float[] middle(LabelledTile picture) {
        float[] rgb = new float[CROP_PIXELS * CROP_PIXELS * CHANNELS];
        int left = (picture.width() - CROP_PIXELS) / 2;
        int top = (picture.height() - CROP_PIXELS) / 2;
        int line = CROP_PIXELS * CHANNELS;
        for (int i = 0; i < rgb.length; i++) {
            int from = ((top + i / line) * picture.width() + left) * CHANNELS + i % line;
            rgb[i] = picture.rgb()[from] & 255;
        }
        return rgb;
    }
}
