/**
 * Whether what a model sees and says today is like what it was trained and chosen on. Start at
 * {@link io.treehouse.inference.drift.TileStatistics}, what is noted of one tile; a
 * {@link io.treehouse.inference.drift.DriftReference} stands in the model's manifest,
 * {@link io.treehouse.inference.drift.RecentTiles} collects what came in, {@link io.treehouse.inference.drift.Drift}
 * compares the two.
 */
package io.treehouse.inference.drift;
