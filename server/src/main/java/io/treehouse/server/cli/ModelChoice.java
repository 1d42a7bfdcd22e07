package io.treehouse.server.cli;

import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelRegistry;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose a model. */
final class ModelChoice {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "NAME@VERSION of the registry, or a bundle's file. Default: the promoted version.")
    private String model;

    @Mixin
    private RegistryOptions registry;

    ModelBundle bundle() {
        return model == null ? registry.promoted() : registry.bundle(model);
    }

    /** Another model than that of {@code --model}, by name or file. */
    ModelBundle bundle(String other) {
        return registry.bundle(other);
    }

    /** What {@code --model} says; empty if it is not given. */
    Optional<String> named() {
        return Optional.ofNullable(model);
    }

    ModelRegistry registry() {
        return registry.registry();
    }
}
