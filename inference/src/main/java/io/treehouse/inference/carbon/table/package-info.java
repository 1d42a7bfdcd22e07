/**
 * Estimates as tables whose columns carry units: a row for each figure of each zone, with the zone's outline. Start at
 * {@link io.treehouse.inference.carbon.table.FigureTable}; {@link io.treehouse.inference.carbon.table.FigureColumns} lists
 * the columns.
 */
package io.treehouse.inference.carbon.table;
