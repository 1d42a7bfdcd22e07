package io.treehouse.server.http;

import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.models.ServedVersions;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands behind the paths below {@code /v1/models}.
 *
 * @param registry the versions
 * @param versions those that are open
 * @param token what callers must present to change anything; empty if whoever reaches the server may
 */
public record ModelService(ModelRegistry registry, ServedVersions versions, Optional<AccessToken> token) {
    public ModelService {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(versions, "versions");
        Objects.requireNonNull(token, "token");
    }
}
