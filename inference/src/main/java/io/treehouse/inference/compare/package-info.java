/**
 * Two states of one place: what changed into what, which objects went and came, and what that means for sinks and
 * emissions. Start at {@link io.treehouse.inference.compare.Comparer}; {@link io.treehouse.inference.compare.Comparison} is
 * the published document.
 */
package io.treehouse.inference.compare;
