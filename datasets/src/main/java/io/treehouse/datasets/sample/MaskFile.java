package io.treehouse.datasets.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads masks and refuses those that do not fit their picture. */
final class MaskFile {
    private MaskFile() {}

    /** Reads a mask of the image's size with at least so many bands. */
    static ImageBytes read(Path file, ImageBytes image, int bands) {
        if (!Files.exists(file)) {
            throw problem(file, "is missing");
        }
        ImageBytes mask = bands == 3 ? ImageBytes.readColours(file) : ImageBytes.read(file);
        if (mask.width() != image.width() || mask.height() != image.height()) {
            throw problem(
                    file,
                    "has %d × %d pixels, its picture %d × %d"
                            .formatted(mask.width(), mask.height(), image.width(), image.height()));
        }
        if (mask.bands().length < bands) {
            throw problem(file, "has " + mask.bands().length + " band(s) instead of " + bands);
        }
        return mask;
    }

    private static InputProblem problem(Path file, String fault) {
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                "The label file " + file + " " + fault,
                "Correct the file or the catalogue; ./treehouse dataset check lists all faults of a data set");
    }
}
