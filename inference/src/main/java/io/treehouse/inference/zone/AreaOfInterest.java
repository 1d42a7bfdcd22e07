package io.treehouse.inference.zone;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.vector.ZonePolygon;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;

/**
 * The part of a scene that somebody wants to know of: what lies outside counts as nodata, and windows that lie outside
 * altogether are not classified. A pixel belongs to it if at least half of it lies within one polygon. Belongs to one thread.
 */
public final class AreaOfInterest {
    private final List<SortedPackedIntervalRTree> edgesByRow;
    private final CoverageRow coverage;

    /**
     * @param polygons the polygons in pixels of the scene
     * @param width columns of the scene
     * @param height its rows
     * @throws InputProblem if no polygon reaches the scene
     */
    public AreaOfInterest(List<ZonePolygon> polygons, int width, int height) {
        List<List<Edge>> outlines = polygons.stream()
                .map(polygon -> ZoneOutline.of(polygon.outline(), width, height).edges())
                .filter(edges -> !edges.isEmpty())
                .toList();
        if (outlines.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "No polygon of the area of interest (aoi) lies on the scene",
                    "Send polygons that overlap the scene, in longitude and latitude or with their CRS");
        }
        edgesByRow = outlines.stream().map(AreaOfInterest::index).toList();
        coverage = new CoverageRow(width);
    }

    private static SortedPackedIntervalRTree index(List<Edge> edges) {
        SortedPackedIntervalRTree tree = new SortedPackedIntervalRTree();
        edges.forEach(edge -> tree.insert(edge.top(), edge.bottom(), edge));
        return tree;
    }

    /** The scene with imagery in this area only. */
    public RgbSource of(RgbSource scene) {
        return new Limited(scene);
    }

    /** Marks the pixels of a row that belong to the area. */
    private void row(int row, boolean[] inside) {
        Arrays.fill(inside, false);
        for (SortedPackedIntervalRTree edges : edgesByRow) {
            edges.query(row, row + 1.0, edge -> coverage.add((Edge) edge, row));
            coverage.drain((from, to, share) -> {
                if (2 * share >= CoverageRow.UNIT) {
                    Arrays.fill(inside, from, to, true);
                }
            });
        }
    }

    private final class Limited implements RgbSource {
        private final RgbSource scene;
        private final boolean[] inside;

        Limited(RgbSource scene) {
            this.scene = scene;
            this.inside = new boolean[scene.width()];
        }

        @Override
        public int width() {
            return scene.width();
        }

        @Override
        public int height() {
            return scene.height();
        }

        @Override
        public GroundSampling groundSampling() {
            return scene.groundSampling();
        }

        @Override
        public GridOrigin origin() {
            return scene.origin();
        }

        @Override
        public void read(PixelWindow window, float[] rgb, boolean[] valid) {
            scene.read(window, rgb, valid);
            for (int y = 0; y < window.height(); y++) {
                row(window.y() + y, inside);
                for (int x = 0; x < window.width(); x++) {
                    valid[y * window.width() + x] &= inside[window.x() + x];
                }
            }
        }
    }
}
