/**
 * How well single objects are found: buildings against the parts of a label, crowns against positions of trees. Start at
 * {@link io.treehouse.training.evaluate.objects.ObjectScoring}.
 */
package io.treehouse.training.evaluate.objects;
