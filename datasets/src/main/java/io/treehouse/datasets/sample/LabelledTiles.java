package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Bands;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.Scaling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** The labelled tiles of a catalogue. Immutable and thread-safe. */
public final class LabelledTiles {
    private final Catalog catalog;
    private final LabelSource labels;
    private final SortedMap<String, Path> pictures;

    /**
     * Lists the pictures; none is read yet.
     *
     * @param catalog where the files are and what their labels mean
     * @throws InputProblem if two pictures have one name
     */
    public LabelledTiles(Catalog catalog) {
        this.catalog = catalog;
        this.labels = LabelSource.of(catalog);
        this.pictures = PictureFiles.of(catalog);
    }

    /**
     * Names of all pictures, in order: each is the picture's path below the root without the folder {@code images} and
     * without its ending.
     */
    public List<String> names() {
        return List.copyOf(pictures.keySet());
    }

    /** Reads a tile with the labels as they are written: for scoring. */
    public LabelledTile read(String name) {
        return inspect(name).tile();
    }

    /** Reads a tile with large blocks relaxed as the catalogue says: for training. */
    public LabelledTile readForTraining(String name) {
        return inspectForTraining(name).tile();
    }

    /** Reads a tile as for training, with what {@link #inspect} tells beside it. */
    public InspectedTile inspectForTraining(String name) {
        InspectedTile inspected = inspect(name);
        LabelledTile tile = inspected.tile();
        catalog.denseBlocks()
                .ifPresent(blocks -> BlockRelaxation.apply(blocks, tile.classSets(), tile.width(), tile.gsdMetres()));
        return inspected;
    }

    /** Reads a tile as for scoring, with the labels that the legend does not explain. */
    public InspectedTile inspect(String name) {
        Picture picture =
                Picture.read(file(name), catalog.bands().map(Bands::rgb).orElse(null), new Scaling.Auto());
        PixelLabels found = labels.read(picture);
        for (int pixel = 0; pixel < picture.valid().length; pixel++) {
            if (!picture.valid()[pixel]) {
                found.classSets()[pixel] = 0;
            }
        }
        LabelledTile tile = new LabelledTile(
                catalog.name(),
                name,
                catalog.places().of(name),
                picture.width(),
                picture.height(),
                picture.rgb(),
                found.classSets(),
                gsdMetres(name, picture));
        return new InspectedTile(tile, picture.valid(), found.unknown());
    }

    /** How the file of a picture stores it. */
    public PictureFormat format(String name) {
        return Picture.format(file(name), catalog.bands().map(Bands::rgb).orElse(null), new Scaling.Auto());
    }

    /** The single trees of a picture; empty where the labels are no positions of trees. */
    public Optional<List<TreePosition>> treePositions(String name) {
        return labels instanceof TreePoints points ? Optional.of(points.positions(file(name))) : Optional.empty();
    }

    /**
     * What the ground sampling distance that the catalogue states for a picture is of the one that its georeferencing tells;
     * empty where only one of them does. Reads no pixels.
     */
    public OptionalDouble statedOfTrueGsd(String name) {
        OptionalDouble stated = catalog.gsdMetresOf(name);
        if (stated.isEmpty()) {
            return OptionalDouble.empty();
        }
        GroundSampling own = Picture.groundSampling(file(name));
        return own.isKnown() ? OptionalDouble.of(stated.getAsDouble() / own.metres()) : OptionalDouble.empty();
    }

    private Path file(String name) {
        Path file = pictures.get(name);
        if (file == null) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The data set " + catalog.name() + " has no picture '" + name + "' in " + catalog.root(),
                    "Look at the names with ./treehouse dataset check");
        }
        return file;
    }

    private double gsdMetres(String name, Picture picture) {
        return catalog.gsdMetresOf(name).orElseGet(() -> {
            if (!picture.groundSampling().isKnown()) {
                throw new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        "Nothing tells the ground sampling distance of the picture " + picture.file(),
                        "State 'gsdMetres' or 'gsdMetresByName' in the catalogue");
            }
            return picture.groundSampling().metres();
        });
    }
}
