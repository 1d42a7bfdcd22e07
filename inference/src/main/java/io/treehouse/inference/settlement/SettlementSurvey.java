package io.treehouse.inference.settlement;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.MapMosaic;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.inference.settlement.Settlements.SourceMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Polygon;

/** The settlements of a region that class maps show. Reads maps one after the other. Immutable. */
public final class SettlementSurvey {
    private static final long MAXIMUM_PIXELS = 1L << 29;
    private static final double ATLAS_CIRCLE_M2 = 1_000_000;

    private final List<SourceMap> sources;
    private final CellGrid cells;
    private final Optional<String> crs;

    private SettlementSurvey(List<SourceMap> sources, CellGrid cells, Optional<String> crs) {
        this.sources = sources;
        this.cells = cells;
        this.crs = crs;
    }

    /**
     * Reads the region.
     *
     * @param maps class maps that are neighbours, at least one, each pixel in one of them
     * @param gsdMetres size of pixels if the only map is not georeferenced; null otherwise
     * @param cellMetres side of the cells that settlements are found in
     * @throws InputProblem if a map cannot be read, or the maps have no common grid
     */
    public static SettlementSurvey read(List<Path> maps, Double gsdMetres, double cellMetres) {
        if (!(cellMetres > 0)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "Cells of " + cellMetres + " m have no size", "Give a side above 0 m");
        }
        List<GridReference> grids = maps.stream()
                .map(file ->
                        PlacedClassMap.read(file, gsdMetres, MAXIMUM_PIXELS).grid())
                .toList();
        MapMosaic mosaic = MapMosaic.of(grids);
        List<SourceMap> sources = new ArrayList<>();
        CellGridBuilder builder = null;
        Optional<String> crs = Optional.empty();
        for (int i = 0; i < maps.size(); i++) {
            PlacedClassMap map = PlacedClassMap.read(maps.get(i), gsdMetres, MAXIMUM_PIXELS);
            if (builder == null) {
                builder = new CellGridBuilder(mosaic.grid(), map.sampling(), cellMetres);
                crs = map.crs();
            }
            builder.add(map, mosaic.columns()[i], mosaic.rows()[i]);
            sources.add(new SourceMap(
                    maps.get(i).getFileName().toString(),
                    DocumentHash.sha256(maps.get(i)),
                    map.model().orElse(null),
                    map.origin()));
        }
        return new SettlementSurvey(sources, builder.build(), crs);
    }

    /** The grid that outlines are in pixels of. */
    public GridReference grid() {
        return cells.pixels();
    }

    /** The maps, in their order. */
    public List<SourceMap> sources() {
        return List.copyOf(sources);
    }

    /** Side of the cells in metres. */
    public double cellM() {
        return cells.cellM();
    }

    /** Name of the region's CRS; empty without georeferencing. */
    public Optional<String> crs() {
        return crs;
    }

    /**
     * The settlements by a rule.
     *
     * @param minimumM2 area of cells below which there is no settlement
     * @param programVersion version of the program, for the answer
     * @param outlines receives each settlement with its outline in pixels of {@link #grid()}
     */
    public Settlements settlements(
            SettlementRule rule, double minimumM2, String programVersion, BiConsumer<Settlement, Polygon> outlines) {
        SettlementFinder finder = new SettlementFinder(rule, minimumM2);
        List<Settlement> found = finder.find(cells, outlines);
        double builtUpM2 = Arrays.stream(cells.builtM2()).sum();
        double validM2 = Arrays.stream(cells.validM2()).sum();
        return new Settlements(
                rule.label(),
                rule.source(),
                rule.parameters(),
                minimumM2,
                cells.cellM(),
                crs.orElse(null),
                validM2,
                builtUpM2,
                builtUpM2 - found.stream().mapToDouble(Settlement::builtUpM2).sum(),
                found,
                finder.sensitivity(cells),
                sources,
                programVersion,
                warnings(rule, validM2, found));
    }

    private static List<String> warnings(SettlementRule rule, double validM2, List<Settlement> found) {
        List<String> warnings = new ArrayList<>();
        if (rule instanceof AtlasRule && validM2 < ATLAS_CIRCLE_M2) {
            warnings.add("The region is smaller than the circle of 1 km² that the rule looks at: shares are of what is"
                    + " seen of the circle");
        }
        long cut = found.stream().filter(Settlement::touchesEdge).count();
        if (cut > 0) {
            warnings.add(cut + " of " + found.size()
                    + " settlements reach the edge of the imagery: their areas are of what is seen, and what lies beyond"
                    + " may join them");
        }
        return warnings;
    }
}
