/**
 * The fast inference plan of a model bundle. Start at {@link io.treehouse.model.engine.SegmentationEngine}; {@code
 * EnginePool} opens as many as pay off.
 */
package io.treehouse.model.engine;
