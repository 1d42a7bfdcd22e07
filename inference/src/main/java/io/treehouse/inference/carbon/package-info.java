/**
 * Sinks and emissions from areas: what a classification says of the surface, times coefficients. Start at {@link
 * io.treehouse.inference.carbon.Estimator}; {@link io.treehouse.inference.carbon.Flow} lists the formulas. Reads only what
 * the API publishes.
 */
package io.treehouse.inference.carbon;
