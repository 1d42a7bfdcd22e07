package io.treehouse.model.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a registry. A version is a folder {@code versions/NAME@VERSION}, which is made below {@code incoming} and
 * renamed when it is complete. All that changes something needs the lock.
 */
final class RegistryFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUNDLE = "bundle.zip";

    private final Path folder;

    RegistryFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path history() {
        return folder.resolve("history.jsonl");
    }

    Path bundle(ModelId id) {
        return version(id).resolve(BUNDLE);
    }

    Path document(ModelId id, String name) {
        return version(id).resolve(name);
    }

    private Path version(ModelId id) {
        return versions().resolve(id.toString());
    }

    private Path versions() {
        return folder.resolve("versions");
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    /** Copies a bundle to where a reader can check it before it is published. */
    Path stage(Path bundle) throws IOException {
        Path staged = Files.createDirectories(incoming()).resolve(BUNDLE);
        Files.copy(bundle, staged);
        Durable.sync(staged);
        Durable.sync(incoming());
        return staged;
    }

    /** Makes what was staged the files of a version, in one step; replaces files that a writer left there and died. */
    void publish(ModelId id) throws IOException {
        Files.createDirectories(versions());
        Durable.sync(folder);
        Durable.deleteTree(version(id));
        Durable.rename(incoming(), version(id));
    }

    /** Deletes the files of a version; whoever reads one of them now still gets all of it. */
    void delete(ModelId id) throws IOException {
        Durable.rename(version(id), incoming());
        clear();
    }

    /** Writes a document beside a version's bundle, in one step. */
    void write(ModelId id, String name, JsonNode document) throws IOException {
        Path staged = Files.createDirectories(incoming()).resolve(name);
        Files.write(staged, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        Durable.sync(staged);
        Durable.rename(staged, document(id, name));
    }

    /** Deletes what a writer left behind half-made. */
    void clear() throws IOException {
        Durable.deleteTree(incoming());
    }
}
