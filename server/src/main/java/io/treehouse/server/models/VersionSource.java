package io.treehouse.server.models;

import io.treehouse.model.registry.ModelId;

/** Where requests get the model that classifies for them. Implementations are thread-safe. */
public interface VersionSource {
    /** The version that serves, for one request. */
    Lease lease();

    /**
     * A certain version, for one request; it is loaded if it is not open.
     *
     * @throws io.treehouse.datasets.problem.InputProblem if there is no such version, or it cannot be loaded
     * @throws io.treehouse.inference.scene.MemoryBusyException if as many others as may be open are in use
     */
    Lease lease(ModelId id);
}
