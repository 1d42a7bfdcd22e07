package io.treehouse.server.feedback;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The feedback that was taken: to be looked through, forgotten, and given out as labels. Thread-safe. Methods throw
 * {@link io.treehouse.server.store.StoreUnavailableException} without the database.
 */
public final class FeedbackShelf {
    private static final long MOST_BYTES = 8L << 30;

    private final FeedbackTable table;
    private final TileArchive archive;

    /** @param home folder of what the server keeps */
    public FeedbackShelf(Store store, Path home) {
        table = new FeedbackTable(store, home);
        archive = new TileArchive(home.resolve("feedback"), MOST_BYTES);
    }

    FeedbackTable table() {
        return table;
    }

    TileArchive archive() {
        return archive;
    }

    /** Part of what was said. */
    public FeedbackPage list(FeedbackFilter filter) {
        return table.list(filter);
    }

    /**
     * An entry.
     *
     * @throws InputProblem if there is none of that id
     */
    public FeedbackEntry get(String id) {
        return table.find(id)
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND, "There is no feedback " + id + ".", "GET /v1/feedback lists all."));
    }

    /** The files that are kept for an entry. */
    public List<Path> files(FeedbackEntry entry) {
        return Stream.of(archive.tile(entry.tile()), archive.mask(entry.id()))
                .filter(Files::exists)
                .toList();
    }

    /** Forgets an entry, and its tile if nothing else is about it. */
    public void delete(String id) {
        FeedbackEntry entry = get(id);
        table.delete(id);
        remove(archive.mask(id));
        if (table.about(entry.tile()).isEmpty()) {
            remove(archive.tile(entry.tile()));
        }
    }

    /**
     * Writes all of it as a data set, see {@link LabelExport}.
     *
     * @param folder empty or new
     */
    public LabelExport.Summary export(Path folder) {
        return new LabelExport(table, archive).write(folder);
    }

    /**
     * The labels for a retraining: all of it as a data set, written when it is first asked for. Later calls find the same one,
     * so that a retraining goes on with the labels that it began with.
     *
     * @param folder of this retraining's labels alone
     * @return the catalogue
     */
    public Path labelsFor(Path folder) {
        Path catalog = folder.resolve(LabelExport.CATALOG);
        if (!Files.exists(catalog)) {
            new LabelExport(table, archive).writeAgain(folder);
        }
        return catalog;
    }

    /** @throws InputProblem if nothing was said */
    public void requireAny() {
        if (table.tiles().isEmpty()) {
            throw LabelExport.none();
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
