/**
 * Figures that are sums of products of uncertain quantities, and the uncertainty that follows: by error propagation and by
 * Monte Carlo (IPCC 2006 Guidelines, volume 1, chapter 3, Approaches 1 and 2). Start at {@link
 * io.treehouse.inference.propagation.ProductSum}; {@link io.treehouse.inference.propagation.Quantity} says how quantities
 * are correlated. Knows nothing of carbon.
 */
package io.treehouse.inference.propagation;
