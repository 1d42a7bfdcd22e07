package io.treehouse.server.models;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.registry.ModelId;

/** One classifier for all requests, without a registry. */
public final class OneVersion implements VersionSource {
    private final OpenVersion version;

    /** @param classifier stays open; whoever opened it closes it */
    public OneVersion(TileClassifier classifier) {
        version = new OpenVersion(
                new ModelId(classifier.model().name(), classifier.model().version()), classifier);
    }

    @Override
    public Lease lease() {
        return version.lease();
    }

    @Override
    public Lease lease(ModelId id) {
        if (!id.equals(version.id())) {
            throw new InputProblem(
                    Kind.NOT_FOUND, "There is no version " + id + ".", "This server has " + version.id() + " alone.");
        }
        return version.lease();
    }
}
