package io.treehouse.training.retrain;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.datasets.check.DatasetCheck;
import io.treehouse.datasets.check.PixelCounts;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * New imagery as it was found: which pictures cannot be used, and which are held out.
 *
 * @param set name of the data set
 * @param skipped pictures that cannot be used, with the reason
 * @param heldOut pictures of the training part that become validation places, since the split holds none of this set out
 */
record NewImagery(String set, Map<String, String> skipped, Set<String> heldOut) {
    /** Stated ground sampling distances may differ from the georeferencing by this share, as in requests. */
    private static final double GSD_TOLERANCE = 0.05;

    NewImagery {
        skipped = Map.copyOf(skipped);
        heldOut = Set.copyOf(heldOut);
    }

    /**
     * Looks at every picture.
     *
     * @param holdOut share of the places to hold out where the split holds out none
     * @throws InputProblem if the set as a whole would teach something wrong or nothing
     */
    static NewImagery check(Catalog catalog, Split split, double holdOut) {
        DatasetCheck found = DatasetCheck.of(catalog, split);
        requireMeaning(catalog, found);
        requireGroundSampling(catalog);
        Map<String, String> skipped = new TreeMap<>();
        found.unreadablePairs().forEach(pair -> skipped.put(pair.picture(), pair.reason()));
        found.sizeMismatches()
                .forEach(sizes -> skipped.put(
                        sizes.picture(),
                        "it has %d × %d pixels, its mask %d × %d"
                                .formatted(
                                        sizes.pictureWidth(),
                                        sizes.pictureHeight(),
                                        sizes.maskWidth(),
                                        sizes.maskHeight())));
        List<String> usable = new LabelledTiles(catalog)
                .names().stream().filter(name -> !skipped.containsKey(name)).toList();
        List<String> training = of(Part.TRAINING, catalog, split, usable);
        Set<String> heldOut = of(Part.VALIDATION, catalog, split, usable).isEmpty()
                ? HeldOutShare.choose(training, catalog.places(), holdOut)
                : Set.of();
        if (training.size() == heldOut.size()) {
            throw refused(
                    catalog,
                    "no picture is left to train on, of " + found.pictures() + "; " + skipped.size() + " cannot be used"
                            + first(skipped),
                    "Add pictures, or correct those");
        }
        return new NewImagery(catalog.name(), skipped, heldOut);
    }

    private static void requireMeaning(Catalog catalog, DatasetCheck found) {
        if (found.pictures() == 0) {
            throw refused(catalog, "it has no pictures", "Correct 'images' in the catalogue");
        }
        if (!found.unknownLabels().isEmpty()) {
            DatasetCheck.UnknownLabel label = found.unknownLabels().get(0);
            throw refused(
                    catalog,
                    "its legend lacks %d labels; first, the picture %s has %s %d times"
                            .formatted(found.unknownLabels().size(), label.picture(), label.label(), label.count()),
                    "Add them to the legend, with no classes if nothing is known there");
        }
        PixelCounts pixels = found.pixels();
        long classes = SurfaceClass.all().stream().filter(c -> pixels.of(c) > 0).count();
        int unusable = found.unreadablePairs().size() + found.sizeMismatches().size();
        if (classes < 2 && pixels.oneOfSeveral() == 0 && unusable < found.pictures()) {
            throw refused(
                    catalog,
                    classes == 0 ? "no pixel of it is labelled" : "all its labels are of one class",
                    "Label what else can be seen, or say with sets of classes what it may be");
        }
    }

    private static void requireGroundSampling(Catalog catalog) {
        LabelledTiles tiles = new LabelledTiles(catalog);
        for (String name : tiles.names()) {
            OptionalDouble ratio;
            try {
                ratio = tiles.statedOfTrueGsd(name);
            } catch (InputProblem unreadable) {
                continue;
            }
            if (ratio.isPresent() && Math.abs(ratio.getAsDouble() - 1) > GSD_TOLERANCE) {
                throw refused(
                        catalog,
                        "the ground sampling distance stated for the picture %s is %.3g times the one that its georeferencing tells"
                                .formatted(name, ratio.getAsDouble()),
                        "Leave 'gsdMetres' out of the catalogue, or correct it");
            }
        }
    }

    private static List<String> of(Part part, Catalog catalog, Split split, List<String> names) {
        return names.stream()
                .filter(name -> split.partOf(catalog.name(), name) == part)
                .toList();
    }

    private static String first(Map<String, String> skipped) {
        return skipped.entrySet().stream()
                .findFirst()
                .map(entry -> " (first, " + entry.getKey() + ": " + entry.getValue() + ")")
                .orElse("");
    }

    private static InputProblem refused(Catalog catalog, String why, String remedy) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The data set " + catalog.name() + " is not trained on: " + why + ".",
                remedy + "; './treehouse dataset check' shows all of it.");
    }
}
