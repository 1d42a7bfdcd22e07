/**
 * Comparisons as tables whose columns carry units: a row for each pair of classes, each class and each sink or emission.
 * Start at {@link io.treehouse.inference.compare.table.ComparisonFigures}; {@link
 * io.treehouse.inference.compare.table.ComparisonColumns} lists the columns.
 */
package io.treehouse.inference.compare.table;
