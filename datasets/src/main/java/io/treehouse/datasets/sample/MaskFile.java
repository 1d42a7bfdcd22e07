package io.treehouse.datasets.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Scaling;
import java.nio.file.Path;
import java.util.List;

/** Reads masks and refuses those that do not fit their picture. */
final class MaskFile {
    private static final List<Integer> FIRST_BAND = List.of(1, 1, 1);

    private MaskFile() {}

    /** Reads a mask as colours; a colour table is applied. */
    static Picture colours(Path file, Picture picture) {
        return read(file, picture, null);
    }

    /** Reads a mask as values of its first band; a colour table is for looking at only. */
    static Picture values(Path file, Picture picture) {
        return read(file, picture, FIRST_BAND);
    }

    private static Picture read(Path file, Picture picture, List<Integer> bands) {
        LabelSource.requireFile(file, picture);
        Picture mask = readable(file, bands);
        if (mask.width() != picture.width() || mask.height() != picture.height()) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The mask %s has %d × %d pixels, its picture %d × %d"
                            .formatted(file, mask.width(), mask.height(), picture.width(), picture.height()),
                    "Make both of one size; ./treehouse dataset check lists all faults of a data set",
                    new MaskSizeException(picture, mask));
        }
        return mask;
    }

    private static Picture readable(Path file, List<Integer> bands) {
        try {
            return Picture.read(file, bands, new Scaling.None());
        } catch (InputProblem damaged) {
            throw new InputProblem(
                    damaged.kind(),
                    "The mask " + file.getFileName() + " cannot be read: " + damaged.getMessage(),
                    damaged.remedy(),
                    damaged);
        }
    }
}
