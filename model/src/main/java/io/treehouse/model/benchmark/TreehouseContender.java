package io.treehouse.model.benchmark;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.engine.EnginePool;
import java.util.List;

/** This program's engines: one caller an engine, one tile after the other, as the server runs them. */
public final class TreehouseContender implements Contender {
    private final EnginePool engines;

    /** @param engines stay open when this is closed */
    public TreehouseContender(EnginePool engines) {
        this.engines = engines;
    }

    @Override
    public String name() {
        return "treehouse on %s %s, %d callers".formatted(engines.name(), engines.precision(), engines.workers());
    }

    @Override
    public int callers() {
        return engines.workers();
    }

    @Override
    public TileBatch prepare(int sidePixels, List<float[]> tiles) {
        return new Batch(engines, sidePixels, tiles);
    }

    @Override
    public void close() {
        // The engines belong to whoever opened them.
    }

    private static final class Batch implements TileBatch {
        private final EnginePool engines;
        private final int sidePixels;
        private final List<float[]> tiles;
        private final List<float[]> probabilities;

        Batch(EnginePool engines, int sidePixels, List<float[]> tiles) {
            this.engines = engines;
            this.sidePixels = sidePixels;
            this.tiles = List.copyOf(tiles);
            this.probabilities = tiles.stream()
                    .map(tile -> new float[sidePixels * sidePixels * SurfaceClass.COUNT])
                    .toList();
        }

        @Override
        public void classify() {
            for (int i = 0; i < tiles.size(); i++) {
                engines.classify(sidePixels, sidePixels, tiles.get(i), probabilities.get(i));
            }
        }

        @Override
        public float[] firstProbabilities() {
            return probabilities.get(0).clone();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
