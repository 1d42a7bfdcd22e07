package io.treehouse.datasets.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A data set of images with labels, as its {@code dataset.json} describes it. Read by {@link CatalogReader}. Immutable and
 * thread-safe.
 *
 * @param name short name, used in split files and configurations and as the name of folders
 * @param root folder that images and labels lie in
 * @param images glob of the images, relative to the root
 * @param bands which bands are red, green and blue; empty if the files themselves tell
 * @param labels how labels are stored
 * @param legend meaning of each label, in the catalogue's order
 * @param gsdMetres ground sampling distance; empty if {@code gsdMetresByName} or the files' georeferencing tell it
 * @param gsdMetresByName ground sampling distance of single pictures
 * @param places which pictures belong together
 * @param denseBlocks what training makes of large regions; empty where labels are drawn one by one
 * @param licence terms of use and citation
 */
public record Catalog(
        String name,
        Path root,
        String images,
        Optional<Bands> bands,
        LabelFiles labels,
        List<LegendEntry> legend,
        OptionalDouble gsdMetres,
        Map<String, Double> gsdMetresByName,
        Places places,
        Optional<DenseBlocks> denseBlocks,
        Licence licence) {
    private static final String NAME = "[^./\\\\,\\p{Cntrl}][^/\\\\,\\p{Cntrl}]{0,99}";

    public Catalog {
        requireName(name);
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(places, "places");
        Objects.requireNonNull(licence, "licence");
        legend = List.copyOf(legend);
        gsdMetresByName = Map.copyOf(gsdMetresByName);
    }

    private static void requireName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "The name '" + name + "' of a data set also names folders and stands in split"
                            + " files: give one of at most 100 characters, without / \\ and commas, that does not begin with a dot");
        }
    }

    /** Ground sampling distance of a picture in metres; empty if only its own georeferencing can tell. */
    public OptionalDouble gsdMetresOf(String picture) {
        Double own = gsdMetresByName.get(picture);
        return own == null ? gsdMetres : OptionalDouble.of(own);
    }
}
