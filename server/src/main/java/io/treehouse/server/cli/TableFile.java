package io.treehouse.server.cli;

import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.StagedFile;
import io.treehouse.inference.table.TableFormats;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The file of a table of figures, as {@code --figures} names it. */
final class TableFile {
    private TableFile() {}

    /**
     * The format of the table, to be checked before the work.
     *
     * @param file null if none is wanted
     */
    static Optional<FeatureFormat> format(Path file) {
        Optional<FeatureFormat> format = Optional.ofNullable(file).map(VectorFiles::format);
        format.ifPresent(TableFormats::requirePossible);
        return format;
    }

    /** Has the table written; it takes its name, and the place of an older one, when it is complete. */
    static void write(Path file, FeatureFormat format, Consumer<Path> table) {
        try (StagedFile staged = new StagedFile(file, Optional.empty(), "." + format.extension())) {
            table.accept(staged.path());
            staged.publish();
        }
    }
}
