package io.treehouse.inference.settlement;

import io.treehouse.datasets.document.Known;

/**
 * One settlement. Immutable.
 *
 * @param id identifier: the place of its first cell in reading order, {@code settlement_COLUMN_ROW}
 * @param builtUpM2 ground of {@code building} and {@code built_up} in its cells, in m²
 * @param areaM2 ground of its cells, in m²
 * @param urbanM2 cells that the rule calls urban; all built-up cells where it makes no difference
 * @param suburbanM2 cells that it calls suburban
 * @param openM2 open ground that belongs to it
 * @param outlineM2 area within the outline
 * @param touchesEdge whether it reaches the edge of the imagery and may go on there
 */
public record Settlement(
        @Known String id,
        double builtUpM2,
        double areaM2,
        double urbanM2,
        double suburbanM2,
        double openM2,
        double outlineM2,
        boolean touchesEdge) {}
