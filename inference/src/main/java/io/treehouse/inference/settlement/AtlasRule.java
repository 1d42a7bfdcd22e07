package io.treehouse.inference.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The urban extent of the Atlas of Urban Expansion (Angel et al. 2016). A built-up cell is urban where at least half of the
 * circle of 1 km² about it is built-up, suburban from a quarter, else rural. Open cells within 100 m of urban or suburban
 * ones are fringe open space; open patches of less than 200 ha that these enclose are captured open space. All of it
 * together, rural cells left out, is settlement, each connected part one. The Atlas' joining of nearby parts by their size
 * is not applied: it is what the City Clustering Algorithm answers with a distance.
 *
 * @param urbanShare share of built-up ground in the circle from which a cell is urban, 0…1
 * @param suburbanShare share from which it is suburban, not above {@code urbanShare}
 * @param fringeM width of the fringe in metres
 * @param capturedM2 area below which enclosed open ground is captured, in m²
 */
public record AtlasRule(double urbanShare, double suburbanShare, double fringeM, double capturedM2)
        implements SettlementRule {
    /** The published parameters. */
    public static final AtlasRule PUBLISHED = new AtlasRule(0.5, 0.25, 100, 2_000_000);

    /** Radius of a circle of 1 km². */
    private static final double RADIUS_M = Math.sqrt(1_000_000 / Math.PI);

    public AtlasRule {
        if (!(0 < suburbanShare && suburbanShare <= urbanShare && urbanShare <= 1)) {
            throw new IllegalArgumentException(
                    "shares of urban and suburban ground are above 0 and up to 1, the first not below the second, not "
                            + urbanShare + " and " + suburbanShare);
        }
        if (!(fringeM >= 0 && fringeM <= 5_000) || !(capturedM2 >= 0)) {
            throw new IllegalArgumentException(
                    "the fringe is 0 to 5000 m wide and captured areas are 0 m² or more, not " + fringeM + " and "
                            + capturedM2);
        }
    }

    @Override
    public String label() {
        return "atlas";
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("urbanShare", urbanShare);
        parameters.put("suburbanShare", suburbanShare);
        parameters.put("fringeM", fringeM);
        parameters.put("capturedM2", capturedM2);
        return parameters;
    }

    @Override
    public String source() {
        return "Angel, Blei, Parent, Lamson-Hall, Galarza Sanchez and others 2016, Atlas of Urban Expansion";
    }

    @Override
    public List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        DoubleStream.of(0.15, 0.2, 0.25, 0.3, 0.35)
                .filter(share -> share <= urbanShare)
                .forEach(share -> variants.add(
                        new Variant("suburbanShare", share, new AtlasRule(urbanShare, share, fringeM, capturedM2))));
        for (double factor : new double[] {0, 0.5, 1, 2}) {
            double fringe = factor * fringeM;
            variants.add(new Variant("fringeM", fringe, new AtlasRule(urbanShare, suburbanShare, fringe, capturedM2)));
            double captured = factor * capturedM2;
            variants.add(
                    new Variant("capturedM2", captured, new AtlasRule(urbanShare, suburbanShare, fringeM, captured)));
        }
        return variants;
    }

    /** None: its cells are in one piece, and the fringe is part of it. */
    @Override
    public double outlineMarginM() {
        return 0;
    }

    @Override
    public SettlementCells apply(CellGrid grid) {
        Zoning[] zoning = new Zoning[grid.cells()];
        Arrays.fill(zoning, Zoning.OUTSIDE);
        markBuilt(grid, zoning);
        markFringe(grid, zoning);
        new CapturedSpace(grid, zoning).mark(capturedM2);
        CellLabels parts = CellLabels.touching(grid, cell -> isSettlement(zoning[cell]));
        int[] labels = new int[grid.cells()];
        Arrays.setAll(labels, parts::label);
        return new SettlementCells(zoning, labels);
    }

    static boolean isSettlement(Zoning zoning) {
        return zoning != Zoning.OUTSIDE && zoning != Zoning.RURAL;
    }

    private void markBuilt(CellGrid grid, Zoning[] zoning) {
        DiscSums built = new DiscSums(grid, grid.builtM2());
        DiscSums valid = new DiscSums(grid, grid.validM2());
        Disc circle = Disc.of(grid, RADIUS_M);
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (grid.isBuilt(cell)) {
                int x = cell % grid.columns();
                int y = cell / grid.columns();
                double share = built.about(x, y, circle) / valid.about(x, y, circle);
                zoning[cell] =
                        share >= urbanShare ? Zoning.URBAN : share >= suburbanShare ? Zoning.SUBURBAN : Zoning.RURAL;
            }
        }
    }

    private void markFringe(CellGrid grid, Zoning[] zoning) {
        double[] town = new double[grid.cells()];
        for (int cell = 0; cell < grid.cells(); cell++) {
            town[cell] = isSettlement(zoning[cell]) ? 1 : 0;
        }
        DiscSums towns = new DiscSums(grid, town);
        Disc near = Disc.of(grid, fringeM);
        for (int cell = 0; cell < grid.cells(); cell++) {
            boolean open = grid.isValid(cell) && zoning[cell] == Zoning.OUTSIDE;
            if (open && towns.about(cell % grid.columns(), cell / grid.columns(), near) > 0.5) {
                zoning[cell] = Zoning.FRINGE_OPEN;
            }
        }
    }
}
