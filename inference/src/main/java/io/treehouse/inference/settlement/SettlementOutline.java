package io.treehouse.inference.settlement;

import io.treehouse.inference.settlement.SettlementTally.Run;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Draws the outline of a settlement about its cells. Immutable and thread-safe. */
final class SettlementOutline {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int CORNERS_OF_A_QUARTER = 4;

    private final CellGrid grid;
    private final double marginM;
    private final AffineTransformation toPixels;

    /** @param marginM distance around the cells that the outline includes */
    SettlementOutline(CellGrid grid, double marginM) {
        this.grid = grid;
        this.marginM = marginM;
        toPixels = AffineTransformation.scaleInstance(
                grid.cellPixels() / grid.cellWidthM(), grid.cellPixels() / grid.cellHeightM());
    }

    /**
     * An outline in metres from the corner of the region.
     *
     * @throws IllegalStateException if the cells are not connected by edges or by the margin: the rule says they are
     */
    Polygon metric(List<Run> runs) {
        List<Geometry> rectangles = new ArrayList<>();
        for (Run run : runs) {
            rectangles.add(GEOMETRIES.toGeometry(new Envelope(
                    run.start() * grid.cellWidthM(),
                    run.end() * grid.cellWidthM(),
                    run.row() * grid.cellHeightM(),
                    (run.row() + 1) * grid.cellHeightM())));
        }
        Geometry cells = UnaryUnionOp.union(rectangles);
        Geometry outline = marginM == 0 ? cells : cells.buffer(marginM, CORNERS_OF_A_QUARTER);
        if (outline instanceof Polygon polygon) {
            return polygon;
        }
        throw new IllegalStateException("The outline of a settlement is in " + outline.getNumGeometries() + " pieces");
    }

    /** The same in pixels of the class maps' common grid. */
    Polygon inPixels(Polygon metric) {
        return (Polygon) toPixels.transform(metric);
    }
}
