package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The catalogues of a retraining in one folder, so that it goes on with the same ones whatever becomes of the originals. */
final class CatalogCopies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path imagery;

    /**
     * @param folder where the copies go, each as {@code NAME/dataset.json}
     * @param imagery folder that the catalogues' roots are relative to
     */
    CatalogCopies(Path folder, Path imagery) {
        this.folder = folder;
        this.imagery = imagery;
    }

    /** Checks a catalogue and copies it, with the place of its imagery spelled out; returns the data set's name. */
    String add(Path file) throws IOException {
        Catalog catalog = CatalogReader.read(file, imagery);
        JsonNode document = JSON.readTree(file.toFile());
        ((ObjectNode) document).put("root", catalog.root().toAbsolutePath().toString());
        Path copy = file(catalog.name());
        Files.createDirectories(copy.getParent());
        Files.write(copy, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        return catalog.name();
    }

    /** The copy of a data set's catalogue. */
    Catalog read(String set) {
        return CatalogReader.read(file(set), imagery);
    }

    private Path file(String set) {
        return folder.resolve(set).resolve("dataset.json");
    }
}
