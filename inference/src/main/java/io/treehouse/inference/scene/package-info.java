/**
 * From a scene of any size to its class map, in memory bounded by its width. Start at {@link
 * io.treehouse.inference.scene.SceneSegmenter}: {@code SceneRun} lines up the threads, {@code SceneLayout} says on
 * which grids the network sees the scene, {@code SceneChunks} reads it once for all of them, {@code ModelRowReader} brings rows
 * to a grid, {@code Look} and {@code AxisWindows} place the windows, {@code NodataFill} hides what has no imagery, {@code
 * BlendedRows} blends, {@code SceneRows} brings probabilities back to the scene's own grid, {@code MixedRows} weighs the grids, {@code
 * PixelClasses} chooses.
 */
package io.treehouse.inference.scene;
