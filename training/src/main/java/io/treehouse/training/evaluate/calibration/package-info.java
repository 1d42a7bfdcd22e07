/**
 * How far probabilities can be believed: {@code Reliability} measures it on a {@code ProbabilitySample}, {@code
 * TemperatureFit} finds the temperature that mends it.
 */
package io.treehouse.training.evaluate.calibration;
