package io.treehouse.model.registry;

import java.util.Objects;
import java.util.Optional;

/**
 * What never changes about a version.
 *
 * @param sha256 SHA-256 of the bundle's file
 * @param bytes its size
 * @param parent the version whose weights its training started from, if that is known
 */
public record BundleFacts(String sha256, long bytes, Optional<ModelId> parent) {
    public BundleFacts {
        if (!sha256.matches("[0-9a-f]{64}") || bytes < 1) {
            throw new IllegalArgumentException("Not the hash and size of a bundle: " + sha256 + ", " + bytes);
        }
        Objects.requireNonNull(parent, "parent");
    }
}
