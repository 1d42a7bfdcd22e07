/**
 * Fitting a network to labelled tiles. Start at {@link io.treehouse.training.fit.Trainer}: it takes crops from a {@link
 * io.treehouse.training.fit.CropSampler}, steps the training graph, and writes checkpoints from which a run goes on as if
 * it had not stopped.
 */
package io.treehouse.training.fit;
