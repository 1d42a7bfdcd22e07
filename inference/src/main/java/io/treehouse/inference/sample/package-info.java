/**
 * Areas and accuracies from a reference sample of the mapped area itself. {@link io.treehouse.inference.sample.SampleDraw}
 * draws the points, {@link io.treehouse.inference.sample.SampleFile} writes them for people to label and reads them back,
 * {@link io.treehouse.inference.sample.AccuracyAssessment} is what follows from the labels. See docs/uncertainty.md.
 */
package io.treehouse.inference.sample;
