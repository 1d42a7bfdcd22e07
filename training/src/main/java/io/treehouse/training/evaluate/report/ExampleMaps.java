package io.treehouse.training.evaluate.report;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.training.evaluate.TileListener;
import io.treehouse.training.evaluate.TileScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps small pictures of all class maps that were scored, and chooses the best, median and worst of each data set. */
public final class ExampleMaps implements TileListener {
    private final boolean withImagery;
    private final Map<String, List<Example>> examplesBySet = new LinkedHashMap<>();

    /** @param withImagery whether the picture itself is shown too: not in what is published */
    public ExampleMaps(boolean withImagery) {
        this.withImagery = withImagery;
    }

    /**
     * A scored picture for people.
     *
     * @param rank best, median or worst
     * @param name of the picture
     * @param agreement share of the labelled pixels whose class the label allows, 0…1
     * @param pictures PNG files by what they show
     */
    record Example(String rank, String name, double agreement, Map<String, byte[]> pictures) {
        private Example ranked(String newRank) {
            return new Example(newRank, name, agreement, pictures);
        }
    }

    @Override
    public void scored(TileScore score, LabelledTile tile, byte[] classes) {
        score.confusion()
                .agreement()
                .ifPresent(agreement -> examplesBySet
                        .computeIfAbsent(tile.set(), set -> new ArrayList<>())
                        .add(new Example("", tile.name(), agreement, TilePictures.draw(tile, classes, withImagery))));
    }

    /** Up to three examples of each data set, from the best to the worst. */
    Map<String, List<Example>> choose() {
        Map<String, List<Example>> chosen = new LinkedHashMap<>();
        examplesBySet.forEach((set, examples) -> chosen.put(set, choose(examples)));
        return chosen;
    }

    private static List<Example> choose(List<Example> examples) {
        List<Example> sorted = examples.stream()
                .sorted(Comparator.comparingDouble(Example::agreement).reversed())
                .toList();
        int last = sorted.size() - 1;
        List<Example> chosen = new ArrayList<>(List.of(sorted.get(0).ranked("best")));
        if (last > 1) {
            chosen.add(sorted.get(last / 2).ranked("median"));
        }
        if (last > 0) {
            chosen.add(sorted.get(last).ranked("worst"));
        }
        return chosen;
    }
}
