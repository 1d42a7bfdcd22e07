package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The labelled tiles of a catalogue. Immutable and thread-safe. */
public final class LabelledTiles {
    private static final double METRES_PER_DEGREE = 111_320;

    private final Catalog catalog;
    private final LabelSource labels;

    /** @param catalog where the files are and what their labels mean */
    public LabelledTiles(Catalog catalog) {
        this.catalog = catalog;
        this.labels = switch (catalog.labels().kind()) {
            case COLOUR_MASK -> new ColourMask(catalog.legend());
            case VALUE_MASK -> new ValueMask(catalog.legend());
            case TREE_POINTS -> new TreePoints();
        };
    }

    /** Names of all pictures, in order. */
    public List<String> names() {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + catalog.images());
        try (Stream<Path> files = Files.walk(catalog.root())) {
            return files.map(catalog.root()::relativize)
                    .filter(matcher::matches)
                    .map(LabelledTiles::nameOf)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder " + catalog.root() + " cannot be listed", unreadable);
        }
    }

    /** A picture's name: its path without the folder {@code images} and without its ending. */
    private static String nameOf(Path image) {
        String path = image.toString().replace('\\', '/').replaceFirst("(^|/)images/", "$1");
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** Reads a tile with the labels as they are written: for scoring. */
    public LabelledTile read(String name) {
        Path image = imageOf(name);
        ImageBytes pixels = ImageBytes.read(image);
        byte[] classSets = labels.read(pixels, labelsOf(image));
        return new LabelledTile(
                catalog.name(),
                name,
                catalog.placeOf(name),
                pixels.width(),
                pixels.height(),
                pixels.rgb(),
                classSets,
                gsdMetres(name, pixels));
    }

    /** Reads a tile with large blocks relaxed as the catalogue says: for training. */
    public LabelledTile readForTraining(String name) {
        LabelledTile tile = read(name);
        catalog.denseBlocks()
                .ifPresent(blocks -> BlockRelaxation.apply(blocks, tile.classSets(), tile.width(), tile.gsdMetres()));
        return tile;
    }

    private Path imageOf(String name) {
        int slash = name.lastIndexOf('/');
        Path folder = catalog.root().resolve(name.substring(0, slash + 1)).resolve("images");
        String ending = catalog.images().substring(catalog.images().lastIndexOf('.') + 1);
        if (!ending.contains("*")) {
            return folder.resolve(name.substring(slash + 1) + "." + ending);
        }
        return Stream.of(".jpg", ".tif", ".png")
                .map(extension -> folder.resolve(name.substring(slash + 1) + extension))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no picture '" + name + "' in " + folder,
                        "Look at the names with ./treehouse dataset check"));
    }

    private Path labelsOf(Path image) {
        String file = image.getFileName().toString();
        String stem = file.substring(0, file.lastIndexOf('.'));
        return image.getParent()
                .resolveSibling(catalog.labels().folder())
                .resolve(stem + catalog.labels().extension());
    }

    private double gsdMetres(String name, ImageBytes image) {
        OptionalDouble stated = catalog.gsdMetresOf(name);
        if (stated.isPresent()) {
            return stated.getAsDouble();
        }
        double[] transform = image.transform();
        double latitude = Math.toRadians(transform[3]);
        return METRES_PER_DEGREE * Math.sqrt(Math.abs(transform[1] * transform[5]) * Math.cos(latitude));
    }
}
