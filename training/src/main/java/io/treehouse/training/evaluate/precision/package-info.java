/**
 * What reduced arithmetic costs in accuracy, and how to make 8 bits cost little. Start at {@link
 * io.treehouse.training.evaluate.precision.PrecisionMeasurement}.
 */
package io.treehouse.training.evaluate.precision;
