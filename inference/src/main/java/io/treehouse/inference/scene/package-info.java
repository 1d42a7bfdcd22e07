/**
 * From a scene of any size to its class map, in memory bounded by its width. Start at {@link
 * io.treehouse.inference.scene.SceneSegmenter}: {@code ModelRowReader} brings rows to the model's grid, {@code
 * AxisWindows} places the windows, {@code NodataFill} hides what has no imagery, {@code ProbabilityStrip} blends, {@code
 * ClassRowWriter} brings probabilities back to the scene's own grid.
 */
package io.treehouse.inference.scene;
