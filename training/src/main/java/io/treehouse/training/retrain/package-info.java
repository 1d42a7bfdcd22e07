/**
 * Retraining: from the version that serves, on new imagery with old data mixed in, to a candidate that the gate has measured.
 * Start at {@link io.treehouse.training.retrain.Retraining}.
 */
package io.treehouse.training.retrain;
