/**
 * Estimates: the figures of {@link io.treehouse.inference.carbon.Flow} for every zone and in total, with uncertainties.
 * Start at {@link io.treehouse.inference.carbon.estimate.Estimator}; {@link
 * io.treehouse.inference.carbon.estimate.Estimate} is the published document.
 */
package io.treehouse.inference.carbon.estimate;
