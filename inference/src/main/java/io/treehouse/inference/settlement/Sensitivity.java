package io.treehouse.inference.settlement;

import io.treehouse.datasets.document.Known;

/**
 * What a rule finds with one parameter changed. Immutable.
 *
 * @param parameter name of the parameter; {@code cellM} for the size of the cells
 * @param value its value
 * @param settlements number of settlements
 * @param areaM2 ground of their cells, in m²
 * @param builtUpM2 built-up ground in them, in m²
 * @param largestShare part of the largest in {@code areaM2}; null if there is none
 */
public record Sensitivity(
        @Known String parameter, double value, int settlements, double areaM2, double builtUpM2, Double largestShare) {}
