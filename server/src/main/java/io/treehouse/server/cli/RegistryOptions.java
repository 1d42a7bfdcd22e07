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
        return named == null || named.isBlank()
                ? dataFolder().resolve("treehouse").resolve("registry")
                : Path.of(named);
    }

    /** Where the data of this user's programs lies (XDG Base Directory Specification): caches may be emptied, this not. */
    private static Path dataFolder() {
        String named = System.getenv("XDG_DATA_HOME");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(named);
    }
}
