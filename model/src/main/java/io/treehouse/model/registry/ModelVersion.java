package io.treehouse.model.registry;

import java.time.Instant;

/**
 * One version in a registry.
 *
 * @param id name and version
 * @param status where it stands now
 * @param facts hash, size and parent
 * @param addedAt when it was added
 * @param addedBy who added it
 */
public record ModelVersion(ModelId id, ModelStatus status, BundleFacts facts, Instant addedAt, String addedBy) {
    ModelVersion with(ModelStatus changed) {
        return new ModelVersion(id, changed, facts, addedAt, addedBy);
    }
}
