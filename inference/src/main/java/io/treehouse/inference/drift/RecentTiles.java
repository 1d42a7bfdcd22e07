package io.treehouse.inference.drift;

import java.util.Arrays;

/** The statistics of the last tiles, in memory of a fixed size. Thread-safe. */
public final class RecentTiles {
    private final double[][] values;
    private final int capacity;
    private long added;

    /** @param capacity how many tiles are remembered */
    public RecentTiles(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("At least one tile is remembered, not " + capacity);
        }
        this.capacity = capacity;
        values = new double[TileFeature.values().length][capacity];
    }

    /** Adds a tile, in the place of the oldest if there is no room. */
    public synchronized void add(TileStatistics tile) {
        int slot = (int) (added++ % capacity);
        for (TileFeature feature : TileFeature.values()) {
            values[feature.ordinal()][slot] = tile.values().getOrDefault(feature, Double.NaN);
        }
    }

    /** Tiles that are remembered. */
    public synchronized int size() {
        return (int) Math.min(added, capacity);
    }

    /** The values of a feature, of the tiles where it is known. */
    synchronized double[] values(TileFeature feature) {
        return Arrays.stream(values[feature.ordinal()], 0, size())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** How far they are from a reference. */
    public Drift driftFrom(DriftReference reference) {
        return Drift.of(this, reference);
    }
}
