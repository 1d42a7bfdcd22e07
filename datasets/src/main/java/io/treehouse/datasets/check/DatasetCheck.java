package io.treehouse.datasets.check;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.datasets.sample.MaskSizeException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in a data set, and what is wrong with it. Immutable and thread-safe.
 *
 * @param dataset name of the data set
 * @param pictures number of pictures that the catalogue finds
 * @param picturesByPart number of pictures by what the split lets them serve for
 * @param places number of places that they show
 * @param gsdMetres ground sampling distances of the pictures that can be used
 * @param pixels pixels by what their labels say
 * @param unreadablePairs pictures that cannot be used, sizes aside
 * @param sizeMismatches pictures whose mask has another size
 * @param unknownLabels labels that the legend lacks
 * @param leakingPlaces places with pictures in more than one part of the split
 */
public record DatasetCheck(
        String dataset,
        int pictures,
        Map<Split.Part, Integer> picturesByPart,
        int places,
        GsdRange gsdMetres,
        PixelCounts pixels,
        List<UnreadablePair> unreadablePairs,
        List<SizeMismatch> sizeMismatches,
        List<UnknownLabel> unknownLabels,
        List<LeakingPlace> leakingPlaces) {
    /**
     * A picture that cannot be used.
     *
     * @param picture its name
     * @param reason what is wrong with it or its labels
     */
    public record UnreadablePair(String picture, String reason) {}

    /**
     * A picture and a mask of different sizes, in pixels.
     *
     * @param picture name of the picture
     * @param pictureWidth columns of the picture
     * @param pictureHeight rows of the picture
     * @param maskWidth columns of the mask
     * @param maskHeight rows of the mask
     */
    public record SizeMismatch(String picture, int pictureWidth, int pictureHeight, int maskWidth, int maskHeight) {
        static SizeMismatch of(String picture, MaskSizeException sizes) {
            return new SizeMismatch(
                    picture, sizes.pictureWidth(), sizes.pictureHeight(), sizes.maskWidth(), sizes.maskHeight());
        }
    }

    /**
     * A label that the legend lacks.
     *
     * @param picture name of the picture
     * @param label the label as it is stored
     * @param count number of pixels or polygons that have it
     */
    public record UnknownLabel(String picture, String label, long count) {}

    /**
     * A place that is not held out as a whole.
     *
     * @param place the place
     * @param parts what its pictures serve for
     */
    public record LeakingPlace(String place, Set<Split.Part> parts) {
        public LeakingPlace {
            parts = Set.copyOf(parts);
        }
    }

    public DatasetCheck {
        picturesByPart = Map.copyOf(picturesByPart);
        unreadablePairs = List.copyOf(unreadablePairs);
        sizeMismatches = List.copyOf(sizeMismatches);
        unknownLabels = List.copyOf(unknownLabels);
        leakingPlaces = List.copyOf(leakingPlaces);
    }

    /** Reads every picture of a data set with its labels. */
    public static DatasetCheck of(Catalog catalog, Split split) {
        LabelledTiles tiles = new LabelledTiles(catalog);
        Findings findings = new Findings();
        for (String name : tiles.names()) {
            findings.see(catalog.places().of(name), split.partOf(catalog.name(), name));
            try {
                findings.see(tiles.inspect(name));
            } catch (InputProblem problem) {
                findings.see(name, problem);
            }
        }
        return findings.of(catalog.name());
    }

    /** Whether every picture can be used, every label has a meaning and no place leaks. */
    public boolean isClean() {
        return pictures > 0
                && unreadablePairs.isEmpty()
                && sizeMismatches.isEmpty()
                && unknownLabels.isEmpty()
                && leakingPlaces.isEmpty();
    }
}
