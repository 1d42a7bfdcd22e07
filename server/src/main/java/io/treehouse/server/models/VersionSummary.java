package io.treehouse.server.models;

import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelVersion;

/**
 * A version as a list shows it.
 *
 * @param status {@code candidate}, {@code promoted} or {@code retired}
 * @param sha256 SHA-256 of the bundle's file
 * @param bytes its size
 * @param parent NAME@VERSION that its training started from; null if not known
 * @param addedAt when it was added, ISO 8601 in UTC
 */
public record VersionSummary(
        String name,
        String version,
        String status,
        String sha256,
        long bytes,
        String parent,
        String addedAt,
        String addedBy) {
    /** What to show of a version. */
    public static VersionSummary of(ModelVersion version) {
        return new VersionSummary(
                version.id().name(),
                version.id().version(),
                version.status().label(),
                version.facts().sha256(),
                version.facts().bytes(),
                version.facts().parent().map(ModelId::toString).orElse(null),
                version.addedAt().toString(),
                version.addedBy());
    }
}
