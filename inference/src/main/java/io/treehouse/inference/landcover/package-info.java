/**
 * How much of a scene each surface class covers. Start at {@link
 * io.treehouse.inference.landcover.LandCoverAccumulator}, which counts the rows of a class map as they come.
 */
package io.treehouse.inference.landcover;
