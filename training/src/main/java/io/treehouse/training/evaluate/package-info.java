/**
 * Accuracy on labelled places, measured with the scene segmentation that serves. Start at {@code Evaluator}; counts are
 * kept as {@link io.treehouse.training.evaluate.LabelConfusion} and only ever merged by adding.
 */
package io.treehouse.training.evaluate;
