package io.treehouse.datasets.catalog;

import io.treehouse.datasets.scheme.ClassSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data set of images with labels, as its {@code dataset.json} describes it. Immutable and thread-safe.
 *
 * @param name short name, used in split files and configurations
 * @param root folder that images and labels lie in
 * @param images glob of the images, relative to the root
 * @param labels how labels are stored
 * @param legend meaning of each label: the colour {@code #RRGGBB} or value of a mask, and the classes that it allows
 * @param gsdMetres ground sampling distance; empty if {@code gsdMetresByName} or the files' georeferencing tell it
 * @param gsdMetresByName ground sampling distance of single pictures
 * @param place pattern on a picture's name whose first group is its place
 * @param denseBlocks what training makes of large regions; empty where labels are drawn one by one
 * @param licence licence as found
 * @param licenceClass {@code free}, {@code attribution}, {@code share-alike}, {@code non-commercial} or {@code unstated}
 * @param citation whom to cite
 */
public record Catalog(
        String name,
        Path root,
        String images,
        LabelFiles labels,
        Map<String, ClassSet> legend,
        OptionalDouble gsdMetres,
        Map<String, Double> gsdMetresByName,
        Pattern place,
        Optional<DenseBlocks> denseBlocks,
        String licence,
        String licenceClass,
        String citation) {
    public Catalog {
        Objects.requireNonNull(name, "name");
        legend = Map.copyOf(legend);
        gsdMetresByName = Map.copyOf(gsdMetresByName);
    }

    /** The place of a picture: what is held out together. */
    public String placeOf(String picture) {
        Matcher matcher = place.matcher(picture);
        return matcher.find() && matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : picture;
    }

    /** Ground sampling distance of a picture; empty if only its own georeferencing can tell. */
    public OptionalDouble gsdMetresOf(String picture) {
        Double own = gsdMetresByName.get(picture);
        return own == null ? gsdMetres : OptionalDouble.of(own);
    }
}
