package io.treehouse.datasets.check;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A check as a report for people. */
public final class DatasetCheckText {
    private DatasetCheckText() {}

    /** The report, with a line for each fault. */
    public static String of(DatasetCheck check) {
        return summary(check)
                + shares(check.pixels())
                + lines(check.unreadablePairs(), pair -> "unusable picture: " + pair.picture() + ": " + pair.reason())
                + lines(
                        check.sizeMismatches(),
                        sizes -> "sizes differ: %s has %d × %d pixels, its mask %d × %d"
                                .formatted(
                                        sizes.picture(),
                                        sizes.pictureWidth(),
                                        sizes.pictureHeight(),
                                        sizes.maskWidth(),
                                        sizes.maskHeight()))
                + lines(
                        check.unknownLabels(),
                        label -> "unknown label: %s has %s, which is not in the legend, %d times"
                                .formatted(label.picture(), label.label(), label.count()))
                + lines(
                        check.leakingPlaces(),
                        leak -> "place in several parts of the split: %s is in %s"
                                .formatted(leak.place(), PartNames.of(leak.parts())));
    }

    private static String summary(DatasetCheck check) {
        String gsd = check.gsdMetres().isEmpty()
                ? "none that can be used"
                : String.format(
                        Locale.ROOT,
                        "%.3g to %.3g m",
                        check.gsdMetres().smallest(),
                        check.gsdMetres().largest());
        String parts = check.picturesByPart().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + PartNames.of(entry.getKey()))
                .collect(Collectors.joining(", "));
        return "%s: %d pictures (%s) of %d places, %s%n"
                .formatted(check.dataset(), check.pictures(), parts, check.places(), gsd);
    }

    private static String shares(PixelCounts pixels) {
        long total = Math.max(1, pixels.total());
        String classes = SurfaceClass.all().stream()
                .map(c -> share(c.label(), pixels.of(c), total))
                .collect(Collectors.joining());
        return "share of the pixels:%n".formatted()
                + classes
                + share("one of several", pixels.oneOfSeveral(), total)
                + share("not labelled", pixels.unlabelled(), total);
    }

    private static String share(String name, long pixels, long total) {
        return String.format(Locale.ROOT, "  %-16s %5.1f %%%n", name, 100.0 * pixels / total);
    }

    private static <T> String lines(List<T> faults, Function<T, String> words) {
        return faults.stream().map(fault -> words.apply(fault) + "\n").collect(Collectors.joining());
    }
}
