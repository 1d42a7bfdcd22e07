package io.treehouse.server.models;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileObserver;
import io.treehouse.model.bundle.ModelBundle;

/** Opens and warms the engines of a bundle, with the arithmetic and workers that the server was started with. */
@FunctionalInterface
public interface ClassifierOpener {
    /**
     * The open classifier, which the caller closes.
     *
     * @param observer is told what it classifies
     */
    TileClassifier open(ModelBundle bundle, TileObserver observer);
}
