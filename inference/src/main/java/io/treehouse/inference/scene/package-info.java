/**
 * From a scene of any size to its class map, in memory bounded by its width. Start at {@link
 * io.treehouse.inference.scene.SceneSegmenter}: {@code SceneRun} lines up the threads, {@code ModelRowReader} brings rows
 * to the model's grid, {@code Look} and {@code AxisWindows} place the windows, {@code NodataFill} hides what has no imagery, {@code
 * BlendedRows} blends, {@code SceneRows} brings probabilities back to the scene's own grid, {@code PixelClasses} chooses.
 */
package io.treehouse.inference.scene;
