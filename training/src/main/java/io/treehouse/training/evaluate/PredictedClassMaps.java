package io.treehouse.training.evaluate;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import java.nio.file.Path;

/**
 * Class maps that another program wrote: {@code SET/NAME.classes.tif} below a folder, with the codes 0…4 and 255.
 *
 * @param folder where the files are
 */
public record PredictedClassMaps(Path folder) implements ClassMapSource {
    @Override
    public String description() {
        return "class maps in " + folder;
    }

    @Override
    public double temperature() {
        return 1;
    }

    @Override
    public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) {
        Path file = folder.resolve(tile.set()).resolve(tile.name() + ".classes.tif");
        ClassMapReader map = ClassMapReader.read(file);
        if (map.width() != tile.width() || map.height() != tile.height()) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The class map %s has %d × %d pixels, its picture %d × %d"
                            .formatted(file, map.width(), map.height(), tile.width(), tile.height()),
                    "Write class maps on the picture's own grid");
        }
        return map.classes();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
