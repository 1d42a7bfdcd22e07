package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in a data set, and what is wrong with it.
 *
 * @param pictures number of pictures that the catalogue finds
 * @param certainPixels pixels by class where the label allows exactly that class
 * @param openPixels pixels whose label allows several classes
 * @param unknownPixels pixels without a label
 * @param smallestGsdMetres finest ground sampling distance; infinite without a readable picture
 * @param largestGsdMetres coarsest ground sampling distance
 * @param pictureFaults pictures that cannot be used or have labels that the legend lacks, with the reason
 * @param leakingPlaces places with pictures in more than one part of the split
 */
public record DatasetCheck(
        int pictures,
        Map<SurfaceClass, Long> certainPixels,
        long openPixels,
        long unknownPixels,
        double smallestGsdMetres,
        double largestGsdMetres,
        List<String> pictureFaults,
        List<String> leakingPlaces) {
    /** Reads every picture of a data set with its labels. */
    public static DatasetCheck of(Catalog catalog, Split split) {
        LabelledTiles tiles = new LabelledTiles(catalog);
        Counts counts = new Counts();
        List<String> faults = new ArrayList<>();
        Map<String, Set<Split.Part>> parts = new TreeMap<>();
        List<String> names = tiles.names();
        for (String name : names) {
            parts.computeIfAbsent(catalog.places().of(name), place -> EnumSet.noneOf(Split.Part.class))
                    .add(split.partOf(catalog.name(), name));
            try {
                InspectedTile inspected = tiles.inspect(name);
                counts.add(inspected.tile());
                inspected.unknownLabels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(label -> "%s: label %s is not in the legend (%d times)"
                                .formatted(name, label.getKey(), label.getValue()))
                        .forEach(faults::add);
            } catch (InputProblem problem) {
                faults.add(name + ": " + problem.getMessage());
            }
        }
        List<String> leaks = parts.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " is in " + entry.getValue())
                .toList();
        return new DatasetCheck(
                names.size(),
                counts.certain,
                counts.open,
                counts.unknown,
                counts.smallestGsd,
                counts.largestGsd,
                faults,
                leaks);
    }

    /** Whether every picture can be used and no place leaks. */
    public boolean isClean() {
        return pictures > 0 && pictureFaults.isEmpty() && leakingPlaces.isEmpty();
    }

    /** The report for people. */
    public String text() {
        long all = Math.max(1, certainPixels.values().stream().mapToLong(n -> n).sum() + openPixels + unknownPixels);
        String shares = certainPixels.entrySet().stream()
                .map(entry -> share(entry.getKey().label(), entry.getValue(), all))
                .collect(Collectors.joining());
        return "%d pictures, %.3g to %.3g m%nshare of the pixels:%n%s%s%s"
                        .formatted(
                                pictures,
                                smallestGsdMetres,
                                largestGsdMetres,
                                shares,
                                share("one of several", openPixels, all),
                                share("not labelled", unknownPixels, all))
                + lines("fault", pictureFaults)
                + lines("place in two parts of the split", leakingPlaces);
    }

    private static String share(String name, long pixels, long all) {
        return String.format(Locale.ROOT, "  %-16s %5.1f %%%n", name, 100.0 * pixels / all);
    }

    private static String lines(String heading, List<String> faults) {
        return faults.stream().map(fault -> heading + ": " + fault + "\n").collect(Collectors.joining());
    }

    private static final class Counts {
        private final Map<SurfaceClass, Long> certain = new EnumMap<>(SurfaceClass.class);
        private long open;
        private long unknown;
        private double smallestGsd = Double.POSITIVE_INFINITY;
        private double largestGsd;

        private void add(LabelledTile tile) {
            smallestGsd = Math.min(smallestGsd, tile.gsdMetres());
            largestGsd = Math.max(largestGsd, tile.gsdMetres());
            for (byte bits : tile.classSets()) {
                int classes = Integer.bitCount(bits);
                if (classes == 1) {
                    certain.merge(SurfaceClass.ofCode(Integer.numberOfTrailingZeros(bits)), 1L, Long::sum);
                } else if (classes == 0) {
                    unknown++;
                } else {
                    open++;
                }
            }
        }
    }
}
