package io.treehouse.server.cli;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Option that chooses the model registry, shared by all commands that take models by name. */
final class RegistryOptions {
    private static final String VARIABLE = "TREEHOUSE_REGISTRY";

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the model registry. Default: what TREEHOUSE_REGISTRY names,"
                    + " else ~/.local/share/treehouse/registry.")
    private Path folder;

    ModelRegistry registry() {
        return ModelRegistry.at(folder == null ? defaultFolder() : folder);
    }

    /** The bundle that a text means: NAME@VERSION of the registry, or a file. */
    ModelBundle bundle(String text) {
        Path file = Path.of(text);
        return text.contains("@") && !Files.exists(file)
                ? registry().bundle(ModelId.parse(text))
                : BundleReader.read(file);
    }

    /** The bundle of the version that serves. */
    ModelBundle promoted() {
        ModelRegistry registry = registry();
        return registry.bundle(registry.state().promoted().id());
    }

    private static Path defaultFolder() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank() ? HomeOptions.defaultFolder().resolve("registry") : Path.of(named);
    }
}
