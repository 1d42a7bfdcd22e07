/**
 * Settlements: which ground of a region is one town, by published rules. Start at {@link
 * io.treehouse.inference.settlement.SettlementFinder}; {@link io.treehouse.inference.settlement.Settlements} is the
 * published document.
 */
package io.treehouse.inference.settlement;
