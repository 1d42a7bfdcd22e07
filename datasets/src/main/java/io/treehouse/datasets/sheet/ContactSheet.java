package io.treehouse.datasets.sheet;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.datasets.scheme.ClassSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/**
 * A picture of a data set for people: some of its pictures, each beside itself with its labels half transparent over it,
 * and a legend of the sets of classes that the labels allow. Pictures that cannot be read are passed over. Belongs to one
 * thread.
 */
public final class ContactSheet {
    private final Catalog catalog;
    private final Split split;
    private final SetColours colours = new SetColours();
    private final Set<ClassSet> seen = new HashSet<>();
    private final List<SheetPage.Cell> cells = new ArrayList<>();

    private ContactSheet(Catalog catalog, Split split) {
        this.catalog = catalog;
        this.split = split;
    }

    /**
     * Draws a sheet.
     *
     * @param catalog the data set
     * @param split what the captions say about each picture
     * @param options which pictures to show
     */
    public static BufferedImage draw(Catalog catalog, Split split, SheetOptions options) {
        LabelledTiles tiles = new LabelledTiles(catalog);
        ContactSheet sheet = new ContactSheet(catalog, split);
        sheet.catalog.legend().stream()
                .filter(entry -> !entry.classes().isIgnore())
                .forEach(entry -> sheet.colours.rgb(entry.classes()));
        for (String name : SheetChoice.order(tiles.names(), catalog.places()::of, options.seed())) {
            if (sheet.cells.size() < options.pictures()) {
                sheet.add(tiles, name);
            }
        }
        sheet.cells.sort(Comparator.comparing(SheetPage.Cell::caption));
        String heading = "%s: %d of %d pictures, seed %d"
                .formatted(catalog.name(), sheet.cells.size(), tiles.names().size(), options.seed());
        return new SheetPage(heading, sheet.cells, SheetLegend.of(catalog, sheet.inOrder()), sheet.colours).draw();
    }

    /**
     * Draws a sheet and writes it as PNG.
     *
     * @throws InputProblem if it cannot be written
     */
    public static void write(Catalog catalog, Split split, SheetOptions options, Path file) {
        try {
            ImageIO.write(draw(catalog, split, options), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The contact sheet " + file.toAbsolutePath() + " cannot be written: " + unwritable.getMessage(),
                    "Name a file in a folder that exists and can be written",
                    unwritable);
        }
    }

    private void add(LabelledTiles tiles, String name) {
        LabelledTile tile;
        try {
            tile = tiles.read(name);
        } catch (InputProblem unusable) {
            // The check names it with the reason.
            return;
        }
        BufferedImage picture = TilePanel.picture(tile);
        cells.add(new SheetPage.Cell(caption(tile), picture, TilePanel.labels(tile, picture, colours)));
        for (byte bits : tile.classSets()) {
            seen.add(new ClassSet(bits));
        }
    }

    private String caption(LabelledTile tile) {
        String part = split.partOf(catalog.name(), tile.name()).name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "%s   place %s   %.3g m   %d × %d   %s",
                tile.name(),
                tile.place(),
                tile.gsdMetres(),
                tile.width(),
                tile.height(),
                part);
    }

    private Set<ClassSet> inOrder() {
        Set<ClassSet> ordered = new TreeSet<>(Comparator.comparingInt(ClassSet::bits));
        ordered.addAll(seen);
        return ordered;
    }
}
