package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * From the coordinates of polygons to pixels of a grid. Edges that are straight in the one and bent in the other get
 * further corners where they pass the grid, halfway between their ends and halfway again, so that an edge of two zones
 * stays one. Belongs to one thread.
 */
final class PixelTransform {
    /** An edge may leave its true place by this much. */
    private static final double TOLERANCE_PIXELS = 0.02;

    /** Over a shorter edge no map projection bends by the tolerance. */
    private static final double LEAST_PIXELS = 200;

    private static final int MOST_HALVINGS = 12;
    private static final int BORDER_STEPS = 32;

    /** Between two steps the border bends by far less than this share of the grid's size. */
    private static final double MARGIN = 0.1;

    private final GridReference grid;
    private final AffineTransformation toCrs;
    private final AffineTransformation toPixels;
    private final CrsBridge bridge;

    /**
     * @param grid a georeferenced grid
     * @param bridge the way from the polygons' CRS to the grid's; stays open
     */
    PixelTransform(GridReference grid, CrsBridge bridge) {
        double[] t = grid.transform().orElseThrow();
        this.grid = grid;
        this.bridge = bridge;
        toCrs = new AffineTransformation(t[1], t[2], t[0], t[4], t[5], t[3]);
        double determinant = t[1] * t[5] - t[2] * t[4];
        toPixels = AffineTransformation.translationInstance(-t[0], -t[3])
                .compose(new AffineTransformation(
                        t[5] / determinant, -t[2] / determinant, 0, -t[4] / determinant, t[1] / determinant, 0));
    }

    /** Where polygons come near the grid, in their own coordinates. */
    Envelope surroundings() {
        Envelope border = new Envelope();
        for (int i = 0; i <= BORDER_STEPS; i++) {
            double x = (double) grid.width() * i / BORDER_STEPS;
            double y = (double) grid.height() * i / BORDER_STEPS;
            List.of(sent(x, 0), sent(x, grid.height()), sent(0, y), sent(grid.width(), y)).stream()
                    .filter(Coordinate::isValid)
                    .forEach(border::expandToInclude);
        }
        if (border.isNull()) {
            throw new IllegalStateException("the tile has no place in it");
        }
        border.expandBy(MARGIN * border.getWidth(), MARGIN * border.getHeight());
        return border;
    }

    private Coordinate sent(double x, double y) {
        return bridge.back(toCrs.transform(new Coordinate(x, y), new Coordinate()));
    }

    /** A ring in pixels; empty if one of its corners has no place in the grid's CRS. */
    Optional<LinearRing> ring(LinearRing sent) {
        List<Coordinate> placed = new ArrayList<>(sent.getNumPoints());
        Coordinate from = null;
        Coordinate fromPixel = null;
        for (Coordinate to : sent.getCoordinates()) {
            Coordinate toPixel = pixel(to);
            if (!toPixel.isValid()) {
                return Optional.empty();
            }
            if (from != null && bridge.bends()) {
                halve(from, fromPixel, to, toPixel, MOST_HALVINGS, placed);
            }
            placed.add(toPixel);
            from = to;
            fromPixel = toPixel;
        }
        return Optional.of(sent.getFactory().createLinearRing(placed.toArray(Coordinate[]::new)));
    }

    private Coordinate pixel(Coordinate sent) {
        Coordinate inCrs = bridge.there(sent);
        return toPixels.transform(inCrs, inCrs);
    }

    /** Adds corners between two, where the edge bends. */
    private void halve(
            Coordinate from,
            Coordinate fromPixel,
            Coordinate to,
            Coordinate toPixel,
            int halvings,
            List<Coordinate> placed) {
        double length = fromPixel.distance(toPixel);
        if (halvings == 0 || length < LEAST_PIXELS || !passesGrid(fromPixel, toPixel, length)) {
            return;
        }
        Coordinate middle = middle(from, to);
        Coordinate middlePixel = pixel(middle);
        if (middlePixel.distance(middle(fromPixel, toPixel)) > TOLERANCE_PIXELS) {
            halve(from, fromPixel, middle, middlePixel, halvings - 1, placed);
            placed.add(middlePixel);
            halve(middle, middlePixel, to, toPixel, halvings - 1, placed);
        }
    }

    private static Coordinate middle(Coordinate a, Coordinate b) {
        return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    private boolean passesGrid(Coordinate a, Coordinate b, double length) {
        Envelope reach = new Envelope(a, b);
        reach.expandBy(length / 2);
        return reach.intersects(new Envelope(0, grid.width(), 0, grid.height()));
    }
}
