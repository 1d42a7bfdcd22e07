package io.treehouse.training.fit;

import io.treehouse.datasets.sample.LabelledTile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Labelled tiles of several data sets, drawn by the weight of the set and within a set by the ground that a tile covers.
 * Immutable and thread-safe.
 */
public final class TileMixture {
    private record Entry(CropSource source, double cumulativeWeight) {}

    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param tiles the tiles to draw from; at least one with a weight above 0
     * @param weights weight by the name of the data set; 1 for sets that are not named
     */
    public TileMixture(List<LabelledTile> tiles, Map<String, Double> weights) {
        Map<String, Double> groundBySet = new LinkedHashMap<>();
        tiles.forEach(tile -> groundBySet.merge(tile.set(), ground(tile), Double::sum));
        double sum = 0;
        for (LabelledTile tile : tiles) {
            sum += weights.getOrDefault(tile.set(), 1.0) * ground(tile) / groundBySet.get(tile.set());
            entries.add(new Entry(CropSource.of(tile), sum));
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("There is no tile to train on");
        }
    }

    private static double ground(LabelledTile tile) {
        return tile.gsdMetres() * tile.gsdMetres() * tile.width() * tile.height();
    }

    /** Draws a tile. */
    CropSource draw(SplittableRandom random) {
        double at = random.nextDouble() * entries.get(entries.size() - 1).cumulativeWeight();
        int low = 0;
        int high = entries.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).cumulativeWeight() > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return entries.get(low).source();
    }
}
