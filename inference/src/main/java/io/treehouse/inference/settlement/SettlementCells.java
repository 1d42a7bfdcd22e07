package io.treehouse.inference.settlement;

/**
 * What a rule found. Immutable by agreement.
 *
 * @param zoning what each cell is
 * @param labels first cell of the settlement that each cell belongs to; -1 for none
 */
record SettlementCells(Zoning[] zoning, int[] labels) {}
