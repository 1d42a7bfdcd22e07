package io.treehouse.server.http;

import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.models.ServedVersions;
import java.util.Objects;

/**
 * What stands behind the paths below {@code /v1/models}.
 *
 * @param registry the versions
 * @param versions those that are open
 */
public record ModelService(ModelRegistry registry, ServedVersions versions) {
    public ModelService {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(versions, "versions");
    }
}
