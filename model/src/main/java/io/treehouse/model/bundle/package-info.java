/**
 * The model bundle: one file with everything that is needed to use a trained network, so that weights never part from
 * their normalisation, class scheme and provenance. Start at {@link io.treehouse.model.bundle.BundleReader}.
 */
package io.treehouse.model.bundle;
