/**
 * Areas corrected for what is known of a model's errors. {@link io.treehouse.inference.errormatrix.ModelErrors} knows how a
 * model erred at places with labels, {@link io.treehouse.inference.errormatrix.AreaCorrection} corrects the areas of a tile
 * and its zones by it, {@link io.treehouse.inference.errormatrix.ChangeCorrection} those of changes between two maps; {@link io.treehouse.inference.errormatrix.IntervalCoverage} measures how often such intervals hold
 * the truth. See docs/uncertainty.md.
 */
package io.treehouse.inference.errormatrix;
