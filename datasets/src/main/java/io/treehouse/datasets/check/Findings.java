package io.treehouse.datasets.check;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.check.DatasetCheck.LeakingPlace;
import io.treehouse.datasets.check.DatasetCheck.SizeMismatch;
import io.treehouse.datasets.check.DatasetCheck.UnknownLabel;
import io.treehouse.datasets.check.DatasetCheck.UnreadablePair;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.InspectedTile;
import io.treehouse.datasets.sample.MaskSizeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a check has found so far. Not thread-safe. */
final class Findings {
    private final Map<String, Set<Split.Part>> partsByPlace = new TreeMap<>();
    private final Map<Split.Part, Integer> picturesByPart = new EnumMap<>(Split.Part.class);
    private final List<UnreadablePair> unreadable = new ArrayList<>();
    private final List<SizeMismatch> mismatches = new ArrayList<>();
    private final List<UnknownLabel> unknown = new ArrayList<>();
    private PixelCounts pixels = PixelCounts.NONE;
    private GsdRange gsdMetres = GsdRange.NONE;

    /** A picture of a place. */
    void see(String place, Split.Part part) {
        picturesByPart.merge(part, 1, Integer::sum);
        partsByPlace
                .computeIfAbsent(place, none -> EnumSet.noneOf(Split.Part.class))
                .add(part);
    }

    /** A picture that can be used. */
    void see(InspectedTile inspected) {
        pixels = pixels.plus(inspected.tile().classSets());
        gsdMetres = gsdMetres.with(inspected.tile().gsdMetres());
        new TreeMap<>(inspected.unknownLabels())
                .forEach((label, count) ->
                        unknown.add(new UnknownLabel(inspected.tile().name(), label, count)));
    }

    /** A picture that cannot be used. */
    void see(String picture, InputProblem problem) {
        if (problem.getCause() instanceof MaskSizeException sizes) {
            mismatches.add(SizeMismatch.of(picture, sizes));
        } else {
            unreadable.add(new UnreadablePair(picture, problem.getMessage()));
        }
    }

    DatasetCheck of(String dataset) {
        List<LeakingPlace> leaks = partsByPlace.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new LeakingPlace(entry.getKey(), entry.getValue()))
                .toList();
        int pictures = picturesByPart.values().stream().mapToInt(n -> n).sum();
        return new DatasetCheck(
                dataset,
                pictures,
                picturesByPart,
                partsByPlace.size(),
                gsdMetres,
                pixels,
                unreadable,
                mismatches,
                unknown,
                leaks);
    }
}
